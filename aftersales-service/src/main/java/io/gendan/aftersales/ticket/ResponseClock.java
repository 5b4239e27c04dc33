package io.gendan.aftersales.ticket;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The first word to the customer (AFT-04, AFT-27).
 *
 * @param breachedAt when it was found missed; it stays missed
 */
@Embeddable
record ResponseClock(
        @Column(name = "acknowledged_at") Instant acknowledgedAt,
        @Column(name = "acknowledged_by") String acknowledgedBy,
        @Column(name = "breached_at") Instant breachedAt) {

    static final ResponseClock RUNNING = new ResponseClock(null, null, null);

    boolean stopped() {
        return acknowledgedAt != null;
    }

    boolean missed() {
        return breachedAt != null;
    }

    ResponseClock stop(String by, Instant at) {
        return new ResponseClock(at, by, breachedAt);
    }

    ResponseClock miss(Instant at) {
        return new ResponseClock(acknowledgedAt, acknowledgedBy, at);
    }
}
