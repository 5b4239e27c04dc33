package io.gendan.fulfillment.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What the customer objected to in a round of acceptance, and what was done about it (FUL-36).
 *
 * @param owner who sees to it that it is put right
 */
record Finding(
        UUID id,
        int round,
        String text,
        String owner,
        LocalDate dueOn,
        String raisedBy,
        Instant raisedAt,
        String measure,
        String closedBy,
        Instant closedAt) {
    enum Status {
        OPEN,
        CLOSED
    }

    Status status() {
        return closedAt == null ? Status.OPEN : Status.CLOSED;
    }

    boolean isOpenWith(String person) {
        return status() == Status.OPEN && person.equals(owner);
    }

    Finding handedOver(String successor) {
        return new Finding(id, round, text, successor, dueOn, raisedBy, raisedAt, measure, closedBy, closedAt);
    }

    Finding closed(String measure, String by, Instant at) {
        return new Finding(id, round, text, owner, dueOn, raisedBy, raisedAt, measure, by, at);
    }
}
