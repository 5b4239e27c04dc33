package io.gendan.staff;

import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import io.gendan.core.problem.Problem;
import io.gendan.core.security.PortalAccounts;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Listing;
import io.quarkus.security.identity.SecurityIdentity;

/**
 * What the caller may see (SEC-08, INF-10): a customer his own records, those who take orders the records of their
 * unit, everybody else with a role in the process all of them, and so does the controlling unit of merchandising (ORG-03).
 */
@RequestScoped
public class Viewer {
    private static final Set<String> OF_A_UNIT = Set.of(Roles.SALES, Roles.LIAISON, Roles.GUIDE, Roles.CS);
    private static final Set<String> OF_THE_COMPANY = Set.of(
            Roles.BIZ,
            Roles.MERCH,
            Roles.SUPV,
            Roles.HEAD,
            Roles.LEAD,
            Roles.LEGAL,
            Roles.FIN,
            Roles.AUDIT,
            Roles.QC,
            Roles.PROD,
            Roles.LOGI,
            Roles.MAT,
            Roles.ASREP,
            Roles.CADM);

    /** A record that belongs to a customer and to a unit. */
    public interface Shown {
        UUID customerId();

        String unit();
    }

    @Inject
    SecurityIdentity caller;

    @Inject
    PortalAccounts customers;

    @Inject
    Staff staff;

    /** Hands the record on, or acts as if there were none. */
    public <A extends Aggregate & Shown> A mayRead(A record) {
        if (!reads(record)) throw new Problem.NotFound(record.recordType(), record.id());
        return record;
    }

    public <T> Listing<T> restrict(Listing<T> listing) {
        if (seesAll()) return listing;
        if (caller.hasRole(Roles.CUST)) return listing.when("customerId in :own", "own", ownOrNone());
        return listing.when("unit = :unit", "unit", unit());
    }

    /** Whether the caller acts for a customer. */
    public boolean isCustomer() {
        return caller.hasRole(Roles.CUST) && !seesAll();
    }

    public boolean reads(Shown record) {
        if (seesAll()) return true;
        if (caller.hasRole(Roles.CUST))
            return record.customerId() != null
                    && customers.ofPortalAccount(name()).contains(record.customerId());
        return record.unit().equals(unit());
    }

    private boolean seesAll() {
        if (caller.getRoles().stream().anyMatch(OF_THE_COMPANY::contains)) return true;
        return !caller.hasRole(Roles.CUST) && staff.isOfControllingUnit(name());
    }

    private Set<UUID> ownOrNone() {
        Set<UUID> own = customers.ofPortalAccount(name());
        return own.isEmpty() ? Set.of(new UUID(0, 0)) : own;
    }

    private String unit() {
        return caller.getRoles().stream().anyMatch(OF_A_UNIT::contains)
                ? staff.onDuty(name()).unit()
                : "";
    }

    private String name() {
        return caller.getPrincipal().getName();
    }
}
