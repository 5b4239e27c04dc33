package io.gendan.events.intake;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.gendan.events.DomainEvent;
import io.gendan.events.Topic;

/** Who our customers are, as far as other services need it. Contacts and addresses stay in intake (SEC-02). */
@Topic("intake.customers")
public sealed interface CustomerEvent extends DomainEvent {
    /**
     * The customer's present state, complete: the topic is compacted.
     *
     * @param name name of the company, or the customer's number where the customer is a natural person
     * @param portalAccounts user names that act for this customer (INF-10)
     */
    @JsonTypeName("intake.customer.registered.v1")
    record CustomerRegistered(
            UUID customerId, String number, String name, Set<String> portalAccounts, Instant occurredAt)
            implements CustomerEvent {}

    UUID customerId();

    @Override
    default UUID aggregateId() {
        return customerId();
    }
}
