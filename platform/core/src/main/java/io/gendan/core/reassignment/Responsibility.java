package io.gendan.core.reassignment;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Aggregates;
import io.gendan.core.store.RecordRef;
import io.gendan.rulebook.Scope;

/**
 * A part in a kind of record that one person has at a time, and that his superior gives to another (ORG-10). One bean for
 * each; all of it takes place in the transaction of the act.
 */
public abstract class Responsibility<A extends Aggregate> {
    @Inject
    Reassignments reassignments;

    /** Its name, such as {@code order-taker}; texts call it by the term of that name. */
    protected abstract String part();

    protected abstract Aggregates<A, ?> records();

    /** Who has it; null for nobody. */
    protected abstract String holder(A record);

    protected abstract Scope scope(A record);

    protected abstract RecordRef ref(A record);

    /** Roles of which a successor has to have one. */
    protected abstract Set<String> roles(A record);

    /** Which records are open and in the charge of {@code :person}, in terms of the entity. */
    protected abstract String open();

    /** Puts the successor in charge; refuses where the record is past it, and whom a rule keeps from it. */
    protected abstract void hand(A record, Succession succession, Act act);

    /**
     * Brings along what hangs on the record in this service.
     *
     * @return the other records on which what waits for the former one goes along
     */
    protected List<UUID> bringAlong(A record, Succession succession, Act act) {
        return List.of();
    }

    /** @return the record, in the charge of the successor */
    public A reassign(UUID id, Reassign request, Act act) {
        A record = records().requested(id);
        reassignments.reassign(this, record, request, act);
        return record;
    }
}
