package io.gendan.core.people;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.problem.Texts;

/** Calls people by their names. */
@ApplicationScoped
public class People {
    /** @param name as the staff register has it; the username of somebody it does not know */
    public record Named(String username, String name) {}

    @Inject
    StaffDirectory directory;

    @Inject
    Texts texts;

    /** @return null for nobody */
    public Named named(String username, Locale locale) {
        return username == null ? null : new Named(username, nameOf(username, locale));
    }

    /** @param locale tells how to call the system itself, which acts too */
    public String nameOf(String username, Locale locale) {
        return directory
                .find(username)
                .map(Person::name)
                .or(() -> texts.find("term." + username, locale))
                .orElse(username);
    }
}
