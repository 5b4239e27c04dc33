package io.gendan.core.people;

import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.problem.Texts;
import io.quarkus.arc.Arc;

/** Calls people by their names. */
@ApplicationScoped
public class People {
    /** @param name as the staff register has it; the username of somebody it does not know */
    public record Named(String username, String name) {}

    @Inject
    StaffDirectory directory;

    @Inject
    KnownNames known;

    @Inject
    Texts texts;

    /** @return null for nobody */
    public Named named(String username, Locale locale) {
        return username == null ? null : new Named(username, nameOf(username, locale));
    }

    /** @param locale tells how to call the system itself, which acts too */
    public String nameOf(String username, Locale locale) {
        return registered(username)
                .or(() -> texts.find("term." + username, locale))
                .orElse(username);
    }

    private Optional<String> registered(String username) {
        boolean withinRequest = Arc.container().requestContext().isActive();
        return withinRequest ? known.of(username, this::asked) : asked(username);
    }

    private Optional<String> asked(String username) {
        return directory.find(username).map(Person::name);
    }
}
