package io.gendan.intake.order;

import java.time.Instant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * How we know that the customer confirmed the order (INT-12).
 *
 * @param text the message, or where the form or click is kept
 * @param recordedBy and {@code at} are filled in by us
 */
record Evidence(
        @NotNull Kind kind, @NotBlank @Size(max = 2000) String text, String recordedBy, Instant at) {
    enum Kind {
        MESSAGE,
        SIGNED_FORM,
        PORTAL
    }

    Evidence recorded(String by, Instant when) {
        return new Evidence(kind, text, by, when);
    }
}
