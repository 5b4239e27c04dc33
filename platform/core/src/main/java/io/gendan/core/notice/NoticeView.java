package io.gendan.core.notice;

import java.time.Instant;
import java.util.UUID;

import io.gendan.core.people.People;
import io.gendan.core.store.RecordRef;

/**
 * A notice as its reader sees it, with its read receipt (INF-14, INT-40).
 *
 * @param text in the reader's language
 * @param deadline by when something is expected of the recipient; null for none
 * @param acknowledgeBy until when an urgent one is to be acknowledged (ORG-07); null for others
 * @param unacknowledgedAt when that had been missed; stays for good
 */
record NoticeView(
        UUID id,
        People.Named sender,
        People.Named recipient,
        RecordRef about,
        String text,
        Instant deadline,
        boolean urgent,
        Instant toldAt,
        Instant readAt,
        Instant acknowledgeBy,
        Instant acknowledgedAt,
        Instant unacknowledgedAt,
        Mail mail) {
    /**
     * Its e-mail.
     *
     * @param at when it was sent or given up, or is tried next
     * @param reason why it failed or waits; null where all is well
     */
    record Mail(MailStatus status, Instant at, int attempts, String reason) {}
}
