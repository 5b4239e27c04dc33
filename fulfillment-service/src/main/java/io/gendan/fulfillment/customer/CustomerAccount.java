package io.gendan.fulfillment.customer;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.gendan.core.store.Json;
import io.gendan.events.intake.CustomerEvent.CustomerRegistered;

/** What fulfillment remembers of a customer: who acts for him in the portal. */
@Entity
@Table(name = "customer_account")
class CustomerAccount {
    @Id
    @Column(name = "customer_id")
    private UUID customerId;

    private String name;

    @Json
    @Column(name = "portal_accounts")
    private Set<String> portalAccounts;

    @Column(name = "registered_at")
    private Instant registeredAt;

    protected CustomerAccount() {}

    CustomerAccount(CustomerRegistered registered) {
        customerId = registered.customerId();
        take(registered);
    }

    void become(CustomerRegistered registered) {
        if (!registered.occurredAt().isBefore(registeredAt)) take(registered);
    }

    private void take(CustomerRegistered registered) {
        name = registered.name();
        portalAccounts = new TreeSet<>(registered.portalAccounts());
        registeredAt = registered.occurredAt();
    }
}
