package io.gendan.core.notice;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.calendar.Calendars;
import io.gendan.core.people.StaffDirectory;
import io.gendan.rulebook.Scope;

/** When somebody may be written to: not after his unit's overtime end until it opens again, but urgently (ORG-06). */
@ApplicationScoped
class QuietHours {
    @Inject
    Calendars calendars;

    @Inject
    StaffDirectory directory;

    /** This moment, or when the quiet that it lies in is over. */
    Instant over(Instant at, String recipient, boolean urgent) {
        return calendars.notBeforeOpen(at, scopeOf(recipient), urgent);
    }

    Scope scopeOf(String recipient) {
        return directory
                .find(recipient)
                .map(person -> Scope.of(person.profile(), person.unit()))
                .orElse(Scope.COMPANY);
    }
}
