package io.gendan.core.comment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.rulebook.Scope;

/** Who is meant by an addressee, and who speaks for him. */
@ApplicationScoped
class Addressees {
    @Inject
    StaffDirectory directory;

    @Inject
    Clock clock;

    /** One of the two, and known here. */
    void require(Addressee addressee) {
        if ((addressee.person() == null) == (addressee.unit() == null))
            throw Problem.Invalid.field("to", "person-or-unit");
        if (addressee.person() != null
                && directory.find(addressee.person()).filter(Person::active).isEmpty())
            throw Problem.Invalid.field("to.person", "does-not-exist");
        if (addressee.unit() != null && directory.profileOf(addressee.unit()).isEmpty())
            throw Problem.Invalid.field("to.unit", "does-not-exist");
    }

    /** Who is told: the person, or whoever is in charge of the unit. */
    Set<String> told(Addressee addressee) {
        if (addressee.person() != null) return Set.of(addressee.person());
        return directory.holders(Roles.HEAD, addressee.unit(), today()).stream()
                .map(Person::username)
                .collect(Collectors.toSet());
    }

    /** Whose answer counts: that of the addressee, of his superiors, of anybody of the unit, and of their substitutes. */
    boolean speaksFor(String username, Addressee addressee) {
        var speakers = new HashSet<>(told(addressee));
        if (addressee.person() != null)
            directory.superiorsOf(addressee.person(), today()).forEach(p -> speakers.add(p.username()));
        var represented = new HashSet<>(directory.representedBy(username, today()));
        represented.add(username);
        return represented.stream().anyMatch(speakers::contains)
                || addressee.unit() != null && represented.stream().anyMatch(p -> isOf(addressee.unit(), p));
    }

    Scope scope(Addressee addressee) {
        if (addressee.unit() != null)
            return Scope.of(directory.profileOf(addressee.unit()).orElse(null), addressee.unit());
        return directory
                .find(addressee.person())
                .map(p -> Scope.of(p.profile(), p.unit()))
                .orElse(Scope.COMPANY);
    }

    private boolean isOf(String unit, String username) {
        return directory.find(username).filter(p -> unit.equals(p.unit())).isPresent();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
