package io.gendan.intake.customer;

import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.problem.Problem;
import io.gendan.core.security.PortalAccounts;
import io.gendan.core.store.Aggregates;
import io.gendan.core.store.Sql;
import io.gendan.events.intake.CustomerEvent;

@ApplicationScoped
public class Customers extends Aggregates<Customer, CustomerEvent> implements PortalAccounts {
    @Inject
    Sql sql;

    Customers() {
        super("customer");
    }

    /** Name of a customer a request refers to; a wrong id is the request's fault. */
    public String nameOf(UUID id, String field) {
        return findByIdOptional(id)
                .map(Customer::name)
                .orElseThrow(() -> Problem.Invalid.field(field, "does-not-exist"));
    }

    @Override
    public Set<UUID> ofPortalAccount(String username) {
        return Set.copyOf(sql.column(UUID.class, "select id from customer where portal_accounts ?? ?", username));
    }
}
