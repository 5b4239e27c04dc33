package io.gendan.intake.order;

import java.time.Instant;
import java.util.Set;

/** The merchandiser's first check (INT-15): the items found in order, and what followed. */
record FirstCheck(Outcome outcome, Set<String> itemsInOrder, String remarks, String checkedBy, Instant at) {
    enum Outcome {
        ACCEPTED,
        RETURNED,
        REJECTED
    }
}
