package io.gendan.contract;

import java.time.Instant;

/**
 * One agreement to a text.
 *
 * @param forWhom whose decision it was, where {@code by} stood in for somebody; null otherwise (ORG-12)
 * @param textChecksum SHA-256 of exactly the text agreed to
 */
record Approval(ApprovalStep step, String by, String forWhom, Instant at, String textChecksum) {
    boolean isFrom(String person) {
        return by.equals(person) || person.equals(forWhom);
    }
}
