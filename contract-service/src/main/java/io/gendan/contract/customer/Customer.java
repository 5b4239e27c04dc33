package io.gendan.contract.customer;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.gendan.core.store.Json;
import io.gendan.events.intake.CustomerEvent.CustomerRegistered;

/** What contract remembers of a customer: the name in the contract and who acts for him in the portal. */
@Entity
@Table(name = "customer")
class Customer {
    @Id
    private UUID id;

    private String number;
    private String name;

    @Json
    @Column(name = "portal_accounts")
    private Set<String> portalAccounts;

    protected Customer() {}

    Customer(CustomerRegistered registered) {
        id = registered.customerId();
        become(registered);
    }

    void become(CustomerRegistered registered) {
        number = registered.number();
        name = registered.name();
        portalAccounts = new TreeSet<>(registered.portalAccounts());
    }

    String name() {
        return name;
    }
}
