package io.gendan.aftersales.ticket;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Runs from the opening of a ticket to the first word to the customer (AFT-04, AFT-27).
 *
 * @param due when it runs out
 * @param breachedAt when it was found missed; it stays missed
 */
@Embeddable
record ResponseClock(
        @Column(name = "acknowledge_due") Instant due,
        @Column(name = "acknowledged_at") Instant acknowledgedAt,
        @Column(name = "acknowledged_by") String acknowledgedBy,
        @Column(name = "breached_at") Instant breachedAt) {

    static ResponseClock until(Instant due) {
        return new ResponseClock(due, null, null, null);
    }

    boolean stopped() {
        return acknowledgedAt != null;
    }

    boolean missed() {
        return breachedAt != null;
    }

    /** Whether it has run out at this moment without anybody having noticed. */
    boolean runsOutUnnoticed(Instant now) {
        return !stopped() && !missed() && now.isAfter(due);
    }

    ResponseClock stop(String by, Instant at) {
        return new ResponseClock(due, at, by, breachedAt);
    }

    ResponseClock miss(Instant at) {
        return new ResponseClock(due, acknowledgedAt, acknowledgedBy, at);
    }
}
