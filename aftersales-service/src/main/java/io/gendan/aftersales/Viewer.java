package io.gendan.aftersales;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import io.gendan.aftersales.knownorder.OrderFacts;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Listing;
import io.gendan.customers.KnownCustomers;
import io.quarkus.security.identity.SecurityIdentity;

/**
 * What the caller may see (SEC-08, INF-10): a customer what concerns his own orders, an order taker what concerns the
 * orders he took, everybody else with a role in after-sales all of it.
 */
@RequestScoped
public class Viewer {
    private static final Set<String> OF_THE_COMPANY =
            Set.of(Roles.ASREP, Roles.CS, Roles.MERCH, Roles.SUPV, Roles.HEAD, Roles.LEAD, Roles.BIZ, Roles.AUDIT);

    /** What belongs to an order; an entity keeps it under the name {@code orderFacts}. */
    public interface Shown {
        OrderFacts orderFacts();
    }

    @Inject
    SecurityIdentity caller;

    @Inject
    KnownCustomers customers;

    /** Hands the record on, or acts as if there were none. */
    public <A extends Aggregate & Shown> A mayRead(A record) {
        if (!reads(record.orderFacts())) throw new Problem.NotFound(record.recordType(), record.id());
        return record;
    }

    public boolean reads(Shown record) {
        return reads(record.orderFacts());
    }

    /** The order a request names, if there is one and the caller may see what concerns it. */
    public OrderFacts mayName(Optional<OrderFacts> order, UUID id) {
        return order.filter(this::reads).orElseThrow(() -> new Problem.NotFound("order", id));
    }

    public <T> Listing<T> restrict(Listing<T> listing) {
        if (seesAll()) return listing;
        if (isCustomer()) return listing.when("orderFacts.customerId in :own", "own", ownOrNone());
        return listing.when("orderFacts.orderTaker = :me", "me", name());
    }

    /** Whether the caller is a customer and nothing else. */
    public boolean isCustomer() {
        return caller.hasRole(Roles.CUST) && !seesAll() && !caller.hasRole(Roles.SALES);
    }

    private boolean reads(OrderFacts order) {
        if (seesAll()) return true;
        if (isCustomer()) return customers.ofPortalAccount(name()).contains(order.customerId());
        return caller.hasRole(Roles.SALES) && order.orderTaker().equals(name());
    }

    private boolean seesAll() {
        return caller.getRoles().stream().anyMatch(OF_THE_COMPANY::contains);
    }

    private Set<UUID> ownOrNone() {
        Set<UUID> own = customers.ofPortalAccount(name());
        return own.isEmpty() ? Set.of(new UUID(0, 0)) : own;
    }

    private String name() {
        return caller.getPrincipal().getName();
    }
}
