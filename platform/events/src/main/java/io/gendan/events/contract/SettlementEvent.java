package io.gendan.events.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.gendan.events.DomainEvent;
import io.gendan.events.Money;
import io.gendan.events.Topic;

/** Payment schedule, invoices and receipts of a contract (SET-01, SET-03, SET-04), keyed by order. */
@Topic(value = "contract.settlements", classification = "confidential")
public sealed interface SettlementEvent extends DomainEvent {
    /**
     * One instalment.
     *
     * @param dueOn the date it falls due, or null while its event has not happened
     * @param dueEvent {@code DATE}, {@code SIGNING}, {@code DELIVERY} or {@code ACCEPTANCE}
     */
    record ScheduleLine(int line, Money amount, String dueEvent, LocalDate dueOn) {}

    @JsonTypeName("contract.settlement.scheduled.v1")
    record PaymentScheduled(
            UUID contractId, UUID orderId, List<ScheduleLine> lines, String scheduledBy, Instant occurredAt)
            implements SettlementEvent {}

    @JsonTypeName("contract.invoice.issued.v1")
    record InvoiceIssued(
            UUID contractId,
            UUID orderId,
            UUID invoiceId,
            String number,
            Money amount,
            String issuedBy,
            Instant occurredAt)
            implements SettlementEvent {}

    @JsonTypeName("contract.receipt.booked.v1")
    record ReceiptBooked(
            UUID contractId, UUID orderId, UUID receiptId, Money amount, String bookedBy, Instant occurredAt)
            implements SettlementEvent {}

    /** Every line of the schedule is paid in full. */
    @JsonTypeName("contract.settlement.completed.v1")
    record SettlementCompleted(UUID contractId, UUID orderId, Money amount, Instant occurredAt)
            implements SettlementEvent {}

    UUID contractId();

    UUID orderId();

    @Override
    default UUID aggregateId() {
        return contractId();
    }

    @Override
    default UUID key() {
        return orderId();
    }
}
