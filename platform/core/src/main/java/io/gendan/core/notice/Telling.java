package io.gendan.core.notice;

import java.time.Instant;
import java.util.Map;

import io.gendan.core.store.RecordRef;

/**
 * What a person is told (INF-14).
 *
 * @param text key {@code notice.<text>} in the bundles; {@code sender}, {@code recipient}, {@code record} and
 *     {@code deadline} may be used in every text, the rest are
 * @param arguments of the text
 * @param deadline by when something is expected of the recipient; may be null
 * @param urgent passes after the overtime end (ORG-06)
 * @param acknowledged is to be acknowledged, or the next contact is told (ORG-07)
 */
public record Telling(
        String recipient,
        String text,
        Map<String, ?> arguments,
        RecordRef about,
        Instant deadline,
        boolean urgent,
        boolean acknowledged) {

    /** What is urgent is to be acknowledged. */
    public Telling(
            String recipient,
            String text,
            Map<String, ?> arguments,
            RecordRef about,
            Instant deadline,
            boolean urgent) {
        this(recipient, text, arguments, about, deadline, urgent, urgent);
    }
}
