package io.gendan.aftersales.customer;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.gendan.events.intake.CustomerEvent.CustomerRegistered;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What aftersales remembers of a customer: no contact data (SEC-14). */
@Entity
@Table(name = "known_customer")
class KnownCustomer {
    @Id
    private UUID id;

    private String number;
    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "portal_accounts")
    private Set<String> portalAccounts;

    protected KnownCustomer() {}

    KnownCustomer(CustomerRegistered registered) {
        id = registered.customerId();
        become(registered);
    }

    void become(CustomerRegistered registered) {
        number = registered.number();
        name = registered.name();
        portalAccounts = new TreeSet<>(registered.portalAccounts());
    }
}
