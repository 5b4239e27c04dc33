package io.gendan.intake.inquiry;

import java.time.Instant;
import java.util.UUID;

/**
 * A missing or doubtful field, and the question to the customer about it (INT-04).
 *
 * @param askedBy {@code system} where the completeness check found it
 * @param answer null while it is open
 */
record Clarification(
        UUID id,
        String field,
        String question,
        String askedBy,
        Instant askedAt,
        String answer,
        String answeredBy,
        Instant answeredAt) {

    static Clarification ask(UUID id, String field, String question, String askedBy, Instant askedAt) {
        return new Clarification(id, field, question, askedBy, askedAt, null, null, null);
    }

    boolean open() {
        return answer == null;
    }

    Clarification answered(String text, String by, Instant at) {
        return new Clarification(id, field, question, askedBy, askedAt, text, by, at);
    }
}
