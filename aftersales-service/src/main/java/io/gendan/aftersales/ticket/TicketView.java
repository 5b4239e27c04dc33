package io.gendan.aftersales.ticket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A ticket as those see it who may see it; to customers without what is internal.
 *
 * @param acknowledgeDue end of the response clock, {@code breachedAt} when it was found missed: it stays missed
 * @param resolutionMissedAt when it was found that the matter was not settled in time (AFT-06)
 * @param inCharge who answers the customer; left out for nobody yet, and to customers (ORG-10)
 * @param departmentMissedAt when it was found that a complaint's department had not answered in time (AFT-28)
 * @param log communications and steps, oldest first; only where one ticket is read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TicketView(
        UUID id,
        int version,
        String number,
        UUID orderId,
        String orderNumber,
        UUID customerId,
        UUID visitId,
        String kind,
        String channel,
        String urgency,
        String text,
        String about,
        String openedBy,
        Instant openedAt,
        String status,
        Instant acknowledgeDue,
        Instant acknowledgedAt,
        String acknowledgedBy,
        Instant breachedAt,
        Instant resolutionDue,
        Instant resolutionMissedAt,
        Classification classification,
        String inCharge,
        String department,
        String handler,
        Instant departmentDue,
        Instant departmentMissedAt,
        Investigation investigation,
        Statement solution,
        Statement told,
        Statement answer,
        Closing closing,
        List<Entry> log) {

    /** @param internal not shown to the customer */
    record Entry(Instant at, String by, String step, String text, boolean internal) {}

    TicketView with(List<Entry> log) {
        return new TicketView(
                id,
                version,
                number,
                orderId,
                orderNumber,
                customerId,
                visitId,
                kind,
                channel,
                urgency,
                text,
                about,
                openedBy,
                openedAt,
                status,
                acknowledgeDue,
                acknowledgedAt,
                acknowledgedBy,
                breachedAt,
                resolutionDue,
                resolutionMissedAt,
                classification,
                inCharge,
                department,
                handler,
                departmentDue,
                departmentMissedAt,
                investigation,
                solution,
                told,
                answer,
                closing,
                log);
    }

    /** Without persons' names and findings that are internal; the solution from the moment it is told. */
    TicketView forCustomer() {
        boolean isTold = told != null;
        return new TicketView(
                id,
                version,
                number,
                orderId,
                orderNumber,
                customerId,
                null,
                kind,
                channel,
                urgency,
                text,
                null,
                openedBy,
                openedAt,
                status,
                acknowledgeDue,
                acknowledgedAt,
                acknowledgedBy,
                null,
                resolutionDue,
                null,
                classification,
                null,
                department,
                null,
                null,
                null,
                isTold && investigation != null ? investigation.forCustomer() : null,
                isTold ? solution : null,
                told,
                answer,
                closing,
                log);
    }
}
