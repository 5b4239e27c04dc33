package io.gendan.core.act;

import java.time.Clock;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.calendar.Calendars;
import io.gendan.core.ruling.Rules;
import io.quarkus.security.identity.SecurityIdentity;

/** Begins acts: those of the caller of a request, and those the system carries out by itself. */
@ApplicationScoped
public class Acts {
    @Inject
    SecurityIdentity caller;

    @Inject
    Clock clock;

    @Inject
    Rules rules;

    @Inject
    Calendars calendars;

    public Act ofCaller() {
        return new Act(
                caller.getPrincipal().getName(),
                caller.getRoles(),
                clock.instant(),
                rules.current(),
                calendars.edition());
    }

    public Act ofSystem() {
        return new Act(Act.SYSTEM, Set.of(), clock.instant(), rules.current(), calendars.edition());
    }
}
