package io.gendan.fulfillment.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An acceptance as those see it who may see it.
 *
 * @param inviteDue by when the customer is to be invited (FUL-34)
 * @param inviteMissedAt when it was found that he was not
 * @param round which time the customer examines it, from 1 (FUL-36)
 */
record AcceptanceView(
        UUID id,
        int version,
        UUID orderId,
        String orderNumber,
        UUID customerId,
        String profile,
        String unit,
        String status,
        String selfCheck,
        String selfCheckedBy,
        Instant selfCheckedAt,
        Instant inviteDue,
        Instant inviteMissedAt,
        Instant invitedAt,
        int round,
        List<FindingView> findings,
        Report report) {
    record FindingView(
            UUID id,
            int round,
            String text,
            String owner,
            LocalDate dueOn,
            Finding.Status status,
            String raisedBy,
            Instant raisedAt,
            String measure,
            String closedBy,
            Instant closedAt) {
        static FindingView of(Finding finding) {
            return new FindingView(
                    finding.id(),
                    finding.round(),
                    finding.text(),
                    finding.owner(),
                    finding.dueOn(),
                    finding.status(),
                    finding.raisedBy(),
                    finding.raisedAt(),
                    finding.measure(),
                    finding.closedBy(),
                    finding.closedAt());
        }
    }
}
