package io.gendan.intake.customer;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Json;
import io.gendan.events.intake.CustomerEvent;
import io.gendan.events.intake.CustomerEvent.CustomerRegistered;

@Entity
@Table(name = "customer")
class Customer extends Aggregate {
    private String number;
    private String name;

    @Column(name = "natural_person")
    private boolean naturalPerson;

    @Column(name = "contact_person")
    private String contactPerson;

    private String contact;
    private String address;

    @Json
    @Column(name = "portal_accounts")
    private Set<String> portalAccounts;

    @Column(name = "registered_at")
    private Instant registeredAt;

    protected Customer() {}

    Customer(UUID id, String number, CustomerFile file, Act act) {
        super(id);
        this.number = number;
        registeredAt = act.at();
        take(file);
    }

    CustomerEvent registered() {
        return new CustomerRegistered(
                id(), number, naturalPerson ? number : name, new TreeSet<>(portalAccounts), registeredAt);
    }

    CustomerEvent correct(CustomerFile file, Act act) {
        take(file);
        return new CustomerRegistered(
                id(), number, naturalPerson ? number : name, new TreeSet<>(portalAccounts), act.at());
    }

    String number() {
        return number;
    }

    String name() {
        return name;
    }

    CustomerFile file() {
        return new CustomerFile(name, naturalPerson, contactPerson, contact, address, portalAccounts);
    }

    @Override
    public String recordType() {
        return "customer";
    }

    private void take(CustomerFile file) {
        name = file.name();
        naturalPerson = file.naturalPerson();
        contactPerson = file.contactPerson();
        contact = file.contact();
        address = file.address();
        portalAccounts = new TreeSet<>(file.portalAccounts());
    }
}
