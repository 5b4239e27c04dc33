package io.gendan.events.performance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.gendan.events.DomainEvent;
import io.gendan.events.Topic;

/** When units work (ORG-05): the years whose holidays are announced, and units' own days. Keyed by year or unit and day. */
@Topic("performance.calendars")
public sealed interface CalendarEvent extends DomainEvent {
    /**
     * @param date a day that is not as its weekday is
     * @param off a day off; otherwise a day worked in exchange for one
     */
    record AnnouncedDay(LocalDate date, String name, boolean off) {}

    /**
     * The holidays of a year were imported, or imported anew. The event is complete.
     *
     * @param revision counted from 1; the highest one holds
     * @param papers where the notice is published
     * @param days of that year, and such of its neighbors as its notice names
     * @param reason why an earlier notice was replaced; null for the first
     */
    @JsonTypeName("performance.holidays.announced.v1")
    record HolidaysAnnounced(
            UUID noticeId,
            int revision,
            int year,
            List<String> papers,
            List<AnnouncedDay> days,
            String reason,
            String announcedBy,
            Instant occurredAt)
            implements CalendarEvent {
        @Override
        public UUID aggregateId() {
            return noticeId;
        }
    }

    /**
     * A unit closes on a day, works on it at hours of its own, or again as on any other.
     *
     * @param revision counted from 1; the highest one holds
     * @param spans hours worked, {@code 09:00–12:00}; empty where it is closed, null where the day is an ordinary one again
     */
    @JsonTypeName("performance.unit-day.set.v1")
    record UnitDaySet(
            UUID unitDayId,
            int revision,
            String unit,
            LocalDate day,
            List<String> spans,
            String reason,
            String setBy,
            Instant occurredAt)
            implements CalendarEvent {
        @Override
        public UUID aggregateId() {
            return unitDayId;
        }
    }
}
