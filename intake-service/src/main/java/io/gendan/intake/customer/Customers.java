package io.gendan.intake.customer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregates;
import io.gendan.events.intake.CustomerEvent;

@ApplicationScoped
public class Customers extends Aggregates<Customer, CustomerEvent> {
    Customers() {
        super("customer");
    }

    /** Name of a customer a request refers to; a wrong id is the request's fault. */
    public String nameOf(UUID id, String field) {
        return findByIdOptional(id)
                .map(Customer::name)
                .orElseThrow(() -> Problem.Invalid.field(field, "does-not-exist"));
    }

    public Set<UUID> ofPortalAccount(String username) {
        List<?> ids = getEntityManager()
                .createNativeQuery("select id from customer where jsonb_exists(portal_accounts, ?1)", UUID.class)
                .setParameter(1, username)
                .getResultList();
        var own = new HashSet<UUID>();
        ids.forEach(id -> own.add((UUID) id));
        return own;
    }

    long nextNumber() {
        return (Long) getEntityManager()
                .createNativeQuery("select nextval('customer_number')", Long.class)
                .getSingleResult();
    }
}
