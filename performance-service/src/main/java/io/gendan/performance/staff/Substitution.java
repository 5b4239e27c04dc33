package io.gendan.performance.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;

import io.gendan.core.act.Act;
import io.gendan.core.store.Ids;
import io.gendan.events.performance.StaffEvent;

/**
 * That somebody stands in for a person from one day to another, both included (ORG-12).
 *
 * @param lastDay before {@code firstDay} where it was ended before it began
 * @param endedBy who ended it early, or null
 */
record Substitution(
        UUID id,
        String substitute,
        LocalDate firstDay,
        LocalDate lastDay,
        String reason,
        String namedBy,
        Instant namedAt,
        String endedBy,
        Instant endedAt) {
    Substitution(String substitute, LocalDate firstDay, LocalDate lastDay, String reason, Act act) {
        this(Ids.next(), substitute, firstDay, lastDay, reason, act.by(), act.at(), null, null);
    }

    boolean hasDays() {
        return !lastDay.isBefore(firstDay);
    }

    boolean overlaps(LocalDate from, LocalDate until) {
        return hasDays() && !lastDay.isBefore(from) && !firstDay.isAfter(until);
    }

    /** @param last the last day it still holds */
    Substitution endedOn(LocalDate last, Act act) {
        return new Substitution(id, substitute, firstDay, last, reason, namedBy, namedAt, act.by(), act.at());
    }

    /** @param last the last day of whoever stood in */
    Stream<Substitution> passedTo(String successor, LocalDate last, Act act) {
        LocalDate next = last.isBefore(firstDay) ? firstDay : last.plusDays(1);
        return Stream.of(endedOn(next.minusDays(1), act), new Substitution(successor, next, lastDay, reason, act));
    }

    StaffEvent.Substitute told() {
        return new StaffEvent.Substitute(substitute, firstDay, lastDay);
    }
}
