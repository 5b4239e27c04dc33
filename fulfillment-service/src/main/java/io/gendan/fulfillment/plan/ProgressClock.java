package io.gendan.fulfillment.plan;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Runs from one progress report to the next (FUL-08). When it has run out the merchandiser is told, and when nothing has
 * come in for as long again, his superior.
 *
 * @param due when the next report is due
 * @param flaggedAt when it was found missing
 * @param superiorDue when the superior is told, null before it is missing
 * @param escalatedAt when he was told
 * @param told who is to see to it, null while nothing is missing or nobody is known
 */
@Embeddable
record ProgressClock(
        @Column(name = "progress_due") Instant due,
        @Column(name = "progress_flagged_at") Instant flaggedAt,
        @Column(name = "progress_superior_due") Instant superiorDue,
        @Column(name = "progress_escalated_at") Instant escalatedAt,
        @Column(name = "progress_told") String told) {

    static ProgressClock until(Instant due) {
        return new ProgressClock(due, null, null, null, null);
    }

    /** When it acts next, null once everybody has been told. */
    Instant next() {
        if (flaggedAt == null) return due;
        return escalatedAt == null ? superiorDue : null;
    }

    boolean isUp(Instant now) {
        return next() != null && now.isAfter(next());
    }

    boolean isFlagged() {
        return flaggedAt != null;
    }

    ProgressClock flag(String merchandiser, Instant superiorDue, Instant at) {
        return new ProgressClock(due, at, superiorDue, null, merchandiser);
    }

    /** Whoever took over sees to it. */
    ProgressClock toldInstead(String successor) {
        return new ProgressClock(due, flaggedAt, superiorDue, escalatedAt, successor);
    }

    ProgressClock escalate(String superior, Instant at) {
        return new ProgressClock(due, flaggedAt, superiorDue, at, superior);
    }
}
