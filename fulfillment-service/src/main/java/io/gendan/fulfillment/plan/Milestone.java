package io.gendan.fulfillment.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A tracking node of a plan (FUL-02).
 *
 * @param criterion what has to be there for it to count as reached
 * @param overdueFrom the end of the planned day
 * @param overdueAt when it was found not reached in time; it stays known after it has been reached
 * @param missedBy who was responsible then; null where it was not, or where that was told before it was kept
 * @param daysLate calendar days after the planned date, null until it is reached
 */
record Milestone(
        UUID id,
        String name,
        LocalDate plannedOn,
        String responsible,
        String criterion,
        Instant overdueFrom,
        Instant overdueAt,
        String missedBy,
        Instant reachedAt,
        String reachedBy,
        Integer daysLate) {
    enum Status {
        PLANNED,
        OVERDUE,
        DONE
    }

    static Milestone planned(
            UUID id, String name, LocalDate plannedOn, String responsible, String criterion, Instant overdueFrom) {
        return new Milestone(id, name, plannedOn, responsible, criterion, overdueFrom, null, null, null, null, null);
    }

    Status status() {
        if (reachedAt != null) return Status.DONE;
        return overdueAt == null ? Status.PLANNED : Status.OVERDUE;
    }

    /** When it is to be found overdue, null where that is known or cannot happen any more. */
    Instant watchAt() {
        return status() == Status.PLANNED ? overdueFrom : null;
    }

    Milestone overdue(Instant at) {
        return new Milestone(
                id,
                name,
                plannedOn,
                responsible,
                criterion,
                overdueFrom,
                at,
                responsible,
                reachedAt,
                reachedBy,
                daysLate);
    }

    Milestone reached(String by, Instant at, LocalDate today) {
        int late = (int) Math.max(0, ChronoUnit.DAYS.between(plannedOn, today));
        return new Milestone(
                id, name, plannedOn, responsible, criterion, overdueFrom, overdueAt, missedBy, at, by, late);
    }

    Milestone handedOver(String successor) {
        return new Milestone(
                id,
                name,
                plannedOn,
                successor,
                criterion,
                overdueFrom,
                overdueAt,
                missedBy,
                reachedAt,
                reachedBy,
                daysLate);
    }

    /** Lateness counts for whoever let the day pass. */
    String countsFor() {
        return missedBy == null ? responsible : missedBy;
    }
}
