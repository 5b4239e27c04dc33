package io.gendan.core.deadline;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import io.gendan.core.calendar.Calendars;
import io.gendan.core.people.StoredPeople;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Sql;
import io.quarkus.security.identity.SecurityIdentity;

/**
 * Which deadlines the caller may know of: his own, those of people below him, those he, or somebody
 * he stands in for, was told of (SEC-08).
 */
@RequestScoped
class DeadlineSight {
    private static final String HEADED = """
        with recursive below (username) as (
            select ?::text
            union
            select p.username from person p join below b on p.superior = b.username)
        select distinct p.unit from person p join below b on b.username = p.username where p.roles ?? 'HEAD'\
        """;

    private static final String KNOWN =
            "owner in :owners or function('jsonb_exists_any', told, :callers) = true or owner is null and unit in :units";

    @Inject
    SecurityIdentity caller;

    @Inject
    StoredPeople people;

    @Inject
    Calendars calendars;

    @Inject
    Sql sql;

    Listing<Deadline> restrict(Listing<Deadline> listing) {
        if (seesAll()) return listing;
        return listing.when(
                KNOWN, Map.of("owners", owners(), "callers", callers().toArray(String[]::new), "units", unitsHeaded()));
    }

    Deadline mayKnow(Deadline deadline) {
        boolean knows = seesAll()
                || !Collections.disjoint(deadline.told(), callers())
                || (deadline.owner() == null
                        ? unitsHeaded().contains(String.valueOf(deadline.scope().unit()))
                        : owners().contains(deadline.owner()));
        if (!knows) throw new Problem.NotFound(deadline.recordType(), deadline.id());
        return deadline;
    }

    private boolean seesAll() {
        return caller.hasRole(Roles.AUDIT) || caller.hasRole(Roles.LEAD);
    }

    private Set<String> owners() {
        var owners = new HashSet<>(people.below(name()));
        owners.add(name());
        return owners;
    }

    /** What nobody in particular owns is the head's, and those above him know of it. */
    private Set<String> unitsHeaded() {
        var units = new HashSet<>(sql.column(String.class, HEADED, name()));
        units.add(""); // of nobody
        return units;
    }

    /** Himself, and those for whom he acknowledges today (ORG-12). */
    private Set<String> callers() {
        var callers = new HashSet<>(people.representedBy(name(), calendars.today()));
        callers.add(name());
        return callers;
    }

    private String name() {
        return caller.getPrincipal().getName();
    }
}
