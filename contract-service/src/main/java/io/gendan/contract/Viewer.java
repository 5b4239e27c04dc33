package io.gendan.contract;

import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Listing;
import io.gendan.customers.KnownCustomers;
import io.quarkus.security.identity.SecurityIdentity;

/**
 * What the caller may see (SEC-08, INF-10): a customer his own contracts once the company stands by their text, an
 * order taker those of his orders or drafts, everybody else with a part in contracts all of them.
 */
@RequestScoped
class Viewer {
    private static final Set<String> OF_THE_COMPANY = Set.of(
            Roles.BIZ,
            Roles.MERCH,
            Roles.SUPV,
            Roles.HEAD,
            Roles.LEAD,
            Roles.LEGAL,
            Roles.CADM,
            Roles.SEAL,
            Roles.FIN,
            Roles.AUDIT);

    /** A record that belongs to a customer, and to those of us who took the order or drafted it. */
    interface Shown {
        UUID customerId();

        boolean isOf(String person);

        boolean isForCustomer();
    }

    @Inject
    SecurityIdentity caller;

    @Inject
    KnownCustomers customers;

    /** Hands the record on, or acts as if there were none. */
    <A extends Aggregate & Shown> A mayRead(A record) {
        if (!reads(record)) throw new Problem.NotFound(record.recordType(), record.id());
        return record;
    }

    boolean mayDraftFor(String orderTaker) {
        return seesAll() || orderTaker.equals(name());
    }

    Listing<Contract> restrict(Listing<Contract> listing) {
        if (seesAll()) return listing;
        if (!isCustomer()) return listing.when("orderTaker = :me or draftedBy = :me", "me", name());
        Set<UUID> own = customers.ofPortalAccount(name());
        return listing.when("customerId in :own", "own", own.isEmpty() ? Set.of(new UUID(0, 0)) : own)
                .when("status in :shown", "shown", ContractStatus.AGREED_INSIDE);
    }

    boolean isCustomer() {
        return !seesAll() && caller.hasRole(Roles.CUST);
    }

    boolean reads(Shown record) {
        if (seesAll()) return true;
        if (isCustomer())
            return record.isForCustomer() && customers.ofPortalAccount(name()).contains(record.customerId());
        return record.isOf(name());
    }

    private boolean seesAll() {
        return caller.getRoles().stream().anyMatch(OF_THE_COMPANY::contains);
    }

    private String name() {
        return caller.getPrincipal().getName();
    }
}
