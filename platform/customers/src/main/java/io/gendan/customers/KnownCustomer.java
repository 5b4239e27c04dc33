package io.gendan.customers;

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

/** What a service remembers of a customer: no contact data (SEC-14). */
@Entity
@Table(name = "known_customer")
class KnownCustomer {
    @Id
    private UUID id;

    private String number;
    private String name;

    @Json
    @Column(name = "portal_accounts")
    private Set<String> portalAccounts;

    @Column(name = "registered_at")
    private Instant registeredAt;

    protected KnownCustomer() {}

    KnownCustomer(CustomerRegistered registered) {
        id = registered.customerId();
        take(registered);
    }

    /** An older event that comes late, as replayed ones do, changes nothing. */
    void become(CustomerRegistered registered) {
        if (!registered.occurredAt().isBefore(registeredAt)) take(registered);
    }

    private void take(CustomerRegistered registered) {
        number = registered.number();
        name = registered.name();
        portalAccounts = new TreeSet<>(registered.portalAccounts());
        registeredAt = registered.occurredAt();
    }

    String name() {
        return name;
    }
}
