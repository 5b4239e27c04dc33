package io.gendan.performance.rota;

import java.util.Collection;
import java.util.Set;

import io.gendan.core.security.Roles;

/** What people take turns at. */
enum Duty {
    /** Whoever is on hands in the orders of the unit (004-R21 §1); intake refuses the others. */
    HAND_IN(Set.of(Roles.SALES, Roles.LIAISON, Roles.GUIDE));

    private final Set<String> roles;

    /** @param roles of which somebody needs one to be on */
    Duty(Set<String> roles) {
        this.roles = roles;
    }

    boolean isFor(Collection<String> held) {
        return held.stream().anyMatch(roles::contains);
    }
}
