package io.gendan.core.people;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.calendar.Calendars;
import io.gendan.core.problem.Problem;
import io.gendan.core.ruling.Rules;
import io.gendan.core.security.Roles;
import io.gendan.rulebook.PeopleRules;
import io.gendan.rulebook.Scope;
import io.quarkus.security.identity.SecurityIdentity;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Turns away, at every request to every service, those of the register who are not on duty yet or whose access has ended with
 * their duty: a token may outlive both (SEC-17). Whom the register does not know, such as customers and the ERP, it leaves
 * to the roles.
 */
@ApplicationScoped
class AccessFilter {
    @Inject
    SecurityIdentity caller;

    @Inject
    StoredPeople people;

    @Inject
    Rules rules;

    @Inject
    Calendars calendars;

    @Inject
    Clock clock;

    @ServerRequestFilter
    void refuseWhoIsNotOnDuty() {
        if (caller.isAnonymous() || !caller.hasRole(Roles.OF_STAFF)) return;
        String username = caller.getPrincipal().getName();
        people.daysOfDuty(username).filter(days -> !hasAccess(days)).ifPresent(days -> {
            throw new Problem.NotAllowed("staff-not-on-duty", Map.of("username", username));
        });
    }

    private boolean hasAccess(StoredPeople.DaysOfDuty days) {
        LocalDate today = LocalDate.now(clock);
        if (days.first() != null && today.isBefore(days.first())) return false;
        return days.last() == null
                || !today.isAfter(days.last())
                || clock.instant().isBefore(accessEnds(days.last()));
    }

    private Instant accessEnds(LocalDate lastDay) {
        var limit = rules.current().inForce(PeopleRules.ACCESS_END, Scope.COMPANY, clock.instant());
        return calendars.after(calendars.endOf(lastDay), limit.parameters().limit(), Scope.COMPANY);
    }
}
