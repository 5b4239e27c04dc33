package io.gendan.events.fulfillment;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.gendan.events.DomainEvent;
import io.gendan.events.Topic;

/** Everything fulfillment says about acceptance by the customer (requirements (c), Acceptance), keyed by order. */
@Topic("fulfillment.acceptances")
public sealed interface AcceptanceEvent extends DomainEvent {
    @JsonTypeName("fulfillment.acceptance.invited.v1")
    record AcceptanceInvited(UUID acceptanceId, UUID orderId, String invitedBy, Instant occurredAt)
            implements AcceptanceEvent {}

    /** @param round the round of acceptance in which the objection was raised, from 1 (FUL-36) */
    @JsonTypeName("fulfillment.acceptance.rectification-requested.v1")
    record RectificationRequested(
            UUID acceptanceId, UUID orderId, int round, int items, String requestedBy, Instant occurredAt)
            implements AcceptanceEvent {}

    /** The customer signed the acceptance report (FUL-35). */
    @JsonTypeName("fulfillment.acceptance.passed.v1")
    record AcceptancePassed(UUID acceptanceId, UUID orderId, int rounds, String signedBy, Instant occurredAt)
            implements AcceptanceEvent {}

    UUID acceptanceId();

    UUID orderId();

    @Override
    default UUID aggregateId() {
        return acceptanceId();
    }

    @Override
    default UUID key() {
        return orderId();
    }
}
