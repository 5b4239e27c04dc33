package io.gendan.fulfillment.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A tracking node of a plan (FUL-02).
 *
 * @param criterion what has to be there for it to count as reached
 * @param daysLate calendar days after the planned date, null until it is reached
 */
record Milestone(
        UUID id,
        String name,
        LocalDate plannedOn,
        String responsible,
        String criterion,
        Instant reachedAt,
        String reachedBy,
        Integer daysLate) {
    enum Status {
        PLANNED,
        DONE
    }

    Status status() {
        return reachedAt == null ? Status.PLANNED : Status.DONE;
    }

    Milestone reached(String by, Instant at, LocalDate today) {
        int late = (int) Math.max(0, ChronoUnit.DAYS.between(plannedOn, today));
        return new Milestone(id, name, plannedOn, responsible, criterion, at, by, late);
    }
}
