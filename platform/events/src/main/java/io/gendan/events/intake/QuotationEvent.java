package io.gendan.events.intake;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.gendan.events.DomainEvent;
import io.gendan.events.Money;
import io.gendan.events.Topic;

/** Everything intake says about a quotation (requirements (c), Quotation), keyed by quotation. */
@Topic(value = "intake.quotations", classification = "confidential")
public sealed interface QuotationEvent extends DomainEvent {
    @JsonTypeName("intake.quotation.approved.v1")
    record QuotationApproved(
            UUID quotationId, UUID inquiryId, String number, int revision, String approvedBy, Instant occurredAt)
            implements QuotationEvent {}

    @JsonTypeName("intake.quotation.sent.v1")
    record QuotationSent(UUID quotationId, UUID inquiryId, String sentBy, Instant expiresAt, Instant occurredAt)
            implements QuotationEvent {}

    @JsonTypeName("intake.quotation.accepted.v1")
    record QuotationAccepted(
            UUID quotationId, UUID inquiryId, UUID customerId, Money total, String recordedBy, Instant occurredAt)
            implements QuotationEvent {}

    /** @param reason a code of rule {@code quote.decline-reasons} */
    @JsonTypeName("intake.quotation.declined.v1")
    record QuotationDeclined(UUID quotationId, UUID inquiryId, String reason, String recordedBy, Instant occurredAt)
            implements QuotationEvent {}

    /** A newer revision took its place; the old one can no longer be accepted (QUO-18). */
    @JsonTypeName("intake.quotation.superseded.v1")
    record QuotationSuperseded(UUID quotationId, UUID inquiryId, int nextRevision, Instant occurredAt)
            implements QuotationEvent {}

    @JsonTypeName("intake.quotation.expired.v1")
    record QuotationExpired(UUID quotationId, UUID inquiryId, Instant occurredAt) implements QuotationEvent {}

    UUID quotationId();

    @Override
    default UUID aggregateId() {
        return quotationId();
    }
}
