package io.gendan.events.contract;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.gendan.events.DomainEvent;
import io.gendan.events.Money;
import io.gendan.events.Topic;

/** Everything contract says about a contract (requirements (c), Contract), keyed by the order it was drawn up for. */
@Topic(value = "contract.contracts", classification = "confidential")
public sealed interface ContractEvent extends DomainEvent {
    @JsonTypeName("contract.contract.drafted.v1")
    record ContractDrafted(UUID contractId, UUID orderId, String number, String draftedBy, Instant occurredAt)
            implements ContractEvent {}

    @JsonTypeName("contract.contract.returned.v1")
    record ContractReturned(UUID contractId, UUID orderId, String returnedBy, String remarks, Instant occurredAt)
            implements ContractEvent {}

    /** @param textChecksum SHA-256 of exactly the text approved (CON-12) */
    @JsonTypeName("contract.contract.approved.v1")
    record ContractApproved(UUID contractId, UUID orderId, String approvedBy, String textChecksum, Instant occurredAt)
            implements ContractEvent {}

    /** Signed and sealed by both sides (CON-11): the order may be carried out. */
    @JsonTypeName("contract.contract.effective.v1")
    record ContractEffective(
            UUID contractId, UUID orderId, UUID customerId, String number, Money amount, Instant occurredAt)
            implements ContractEvent {}

    @JsonTypeName("contract.contract.closed.v1")
    record ContractClosed(UUID contractId, UUID orderId, Instant occurredAt) implements ContractEvent {}

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
