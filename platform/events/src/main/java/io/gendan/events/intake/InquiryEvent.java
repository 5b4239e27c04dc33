package io.gendan.events.intake;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.gendan.events.DomainEvent;
import io.gendan.events.Topic;

/** Everything intake says about an inquiry (requirements (c), Inquiry), keyed by inquiry. */
@Topic("intake.inquiries")
public sealed interface InquiryEvent extends DomainEvent {
    /** @param firstResponseDue end of the first-response clock (INT-05) */
    @JsonTypeName("intake.inquiry.received.v1")
    record InquiryReceived(
            UUID inquiryId,
            String number,
            String channel,
            String profile,
            String unit,
            String receivedBy,
            Instant firstResponseDue,
            Instant occurredAt)
            implements InquiryEvent {}

    @JsonTypeName("intake.inquiry.answered.v1")
    record InquiryAnswered(UUID inquiryId, String answeredBy, boolean inTime, Instant occurredAt)
            implements InquiryEvent {}

    @JsonTypeName("intake.inquiry.quoted.v1")
    record InquiryQuoted(UUID inquiryId, UUID quotationId, Instant occurredAt) implements InquiryEvent {}

    @JsonTypeName("intake.inquiry.won.v1")
    record InquiryWon(UUID inquiryId, UUID quotationId, String recordedBy, Instant occurredAt)
            implements InquiryEvent {}

    /** @param reason a code of rule {@code quote.decline-reasons} */
    @JsonTypeName("intake.inquiry.lost.v1")
    record InquiryLost(UUID inquiryId, String reason, String recordedBy, Instant occurredAt) implements InquiryEvent {}

    UUID inquiryId();

    @Override
    default UUID aggregateId() {
        return inquiryId();
    }
}
