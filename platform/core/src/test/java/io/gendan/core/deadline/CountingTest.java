package io.gendan.core.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;

import io.gendan.core.act.Act;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.core.store.Ids;
import io.gendan.core.store.RecordRef;
import io.gendan.rulebook.Limit;
import io.gendan.rulebook.Rule;
import io.gendan.rulebook.Rulebook;
import io.gendan.rulebook.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An office that works from 9 to 12 and from 13 to 18 o'clock, Monday to Friday. */
class CountingTest {
    private static final Rulebook RULES = Rulebook.load();
    private static final Scope OFFICE = Scope.of("general", "AFS");

    private final Counting counting = new Counting();

    @BeforeEach
    void onTheYearsOnFile() {
        counting.calendars = Calendars.onFile(Clock.system(WorkingCalendar.SHANGHAI), RULES);
    }

    @ParameterizedTest(name = "{0} of {1}: {2}, due {3}")
    @CsvSource({
        "aftersales.first-response.normal, 2026-03-10T09:00, 2026-03-10T12:00, 2026-03-10T14:00", // 3 of 4 hours
        "aftersales.first-response.normal, 2026-03-10T16:00, 2026-03-11T10:00, 2026-03-11T11:00", // over night
        "aftersales.resolution.high, 2026-03-10T09:00, 2026-03-12T18:00, 2026-03-13T18:00", // 24 of 32 hours
        "aftersales.complaint.ack, 2026-03-10T09:00, 2026-03-10T09:22:30, 2026-03-10T09:30", // minutes
        "aftersales.complaint.ack, 2026-03-10T22:20, 2026-03-11T09:00, 2026-03-10T22:50", // not in the night
    })
    void theWarningComesWhenItsShareIsUsedUp(
            String rule, LocalDateTime from, LocalDateTime warning, LocalDateTime due) {
        Count count = counting.begin(limit(rule).time(), at(from), terms());

        assertThat(count.warnAt()).isEqualTo(at(warning));
        assertThat(count.due()).isEqualTo(at(due));
    }

    @Test
    void whatTimeIsLeftStaysLeftOverNightsAndWeekends() {
        var deadline = started("aftersales.first-response.normal", "2026-03-13T09:00"); // a Friday

        counting.pause(deadline, "waits for the customer", act("2026-03-13T11:00"));
        assertThat(deadline.left()).contains(Duration.ofHours(2));
        counting.resume(deadline, "he answered", act("2026-03-15T20:00")); // Sunday evening

        assertThat(deadline.due()).isEqualTo(at("2026-03-16T11:00"));
        assertThat(deadline.view().warnsAt()).isEqualTo(at("2026-03-16T10:00"));
    }

    @Test
    void aSecondPauseCountsFromTheFirst() {
        var deadline = started("aftersales.first-response.normal", "2026-03-10T09:00");

        counting.pause(deadline, "x", act("2026-03-10T10:00"));
        counting.resume(deadline, "x", act("2026-03-10T13:00"));
        counting.pause(deadline, "x", act("2026-03-10T15:00"));
        counting.resume(deadline, "x", act("2026-03-11T09:00"));

        assertThat(deadline.due()).isEqualTo(at("2026-03-11T10:00"));
        assertThat(deadline.view().warnsAt()).as("three of four hours are over").isEqualTo(at("2026-03-11T09:00"));
    }

    @Test
    void minutesRunOnWhenTheOfficeIsClosedAndStandStillInAPause() {
        var deadline = started("aftersales.complaint.ack", "2026-03-10T17:50");

        counting.pause(deadline, "x", act("2026-03-10T18:10"));
        counting.resume(deadline, "x", act("2026-03-10T20:00"));

        assertThat(deadline.due()).isEqualTo(at("2026-03-10T20:10"));
    }

    @Test
    void countedAnewByTheSameCalendarNothingMoves() {
        var deadline = started("aftersales.resolution.normal", "2026-02-13T16:00");
        var due = deadline.due();
        counting.recount(deadline, "holidays imported", act("2026-02-13T17:00"));
        assertThat(deadline.due()).isEqualTo(due);

        counting.pause(deadline, "x", act("2026-02-14T10:00"));
        counting.resume(deadline, "x", act("2026-02-24T10:00"));
        var resumed = deadline.due();
        counting.recount(deadline, "holidays imported", act("2026-02-24T10:00"));
        assertThat(deadline.due()).isEqualTo(resumed);
    }

    private Deadline started(String key, String from) {
        var rule = RULES.inForce(rule(key), OFFICE, at(from));
        return new Deadline(terms(), rule, counting.begin(rule.parameters().time(), at(from), terms()));
    }

    private static Rule<Limit> rule(String key) {
        return Rule.of(key, Limit.class);
    }

    private static Limit limit(String key) {
        return RULES.inForce(rule(key), OFFICE, at("2026-03-10T09:00")).parameters();
    }

    private static DeadlineTerms terms() {
        return new DeadlineTerms(
                new RecordRef("ticket", Ids.next(), "TK-2026-000001"),
                "first-response",
                "kim",
                OFFICE,
                false,
                75,
                true);
    }

    private static Act act(String at) {
        return new Act("kim", Set.of("SUPV"), at(at), RULES);
    }

    private static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(WorkingCalendar.SHANGHAI).toInstant();
    }
}
