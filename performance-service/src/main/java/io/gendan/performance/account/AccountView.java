package io.gendan.performance.account;

import java.time.Instant;
import java.util.UUID;

/**
 * How a person's account at the identity provider stands to the register.
 *
 * @param status DUE, OPEN, CLOSED or REFUSED; NOT_MANAGED where the company keeps its accounts otherwise
 * @param fault why it is not in step, or null
 * @param attempts failures in a row
 * @param nextLook when it is tried or compared next
 * @param settledAt when it was found or brought into step last, or null
 * @param invitedAt when the person was last sent the mail about a first password, or null
 */
record AccountView(
        UUID id,
        int version,
        String username,
        String name,
        String status,
        Fault fault,
        int attempts,
        Instant nextLook,
        Instant settledAt,
        Instant invitedAt) {
    static final String NOT_MANAGED = "NOT_MANAGED";

    /**
     * @param code stable
     * @param message in the caller's language
     * @param detail what the identity provider said, for operators; may be null
     */
    record Fault(String code, String message, String detail) {}
}
