package io.gendan.core.store;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.gendan.core.act.Act;
import io.gendan.core.audit.AuditTrail;
import io.gendan.core.outbox.Outbox;
import io.gendan.core.problem.Problem;
import io.gendan.core.ruling.Rulings;
import io.gendan.events.DomainEvent;
import io.gendan.events.EventTypes;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/**
 * A collection of aggregates, and the only way to change one: what changes it hands back the event that says so, and
 * the change, its event, its rulings and its audit entry stand or fall with the caller's transaction.
 */
public abstract class Aggregates<A extends Aggregate, E extends DomainEvent> implements PanacheRepositoryBase<A, UUID> {
    @Inject
    Outbox outbox;

    @Inject
    AuditTrail auditTrail;

    @Inject
    Rulings rulings;

    @Inject
    Precondition precondition;

    @Inject
    Sql sql;

    private final String recordType;

    /** @param recordType the kind of record, as {@link Aggregate#recordType()} says it */
    protected Aggregates(String recordType) {
        this.recordType = recordType;
    }

    public A get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new Problem.NotFound(recordType, id));
    }

    /** The record a request names, in the version its caller saw last: for acts that change another one before it. */
    public A requested(UUID id) {
        return forChange(id);
    }

    /** Stores a new aggregate together with the event of its creation. */
    public A add(A aggregate, Act act, E event) {
        persist(aggregate);
        outbox.append(event);
        conclude(aggregate, act, action(event), null);
        return aggregate;
    }

    /** Stores a new aggregate nobody else needs to hear of yet. */
    public A add(A aggregate, Act act) {
        persist(aggregate);
        conclude(aggregate, act, recordType + ".created", null);
        return aggregate;
    }

    /** Changes a stored aggregate and appends the event the change returns. */
    public A change(UUID id, Act act, Function<A, ? extends E> change) {
        A aggregate = forChange(id);
        JsonNode before = auditTrail.snapshot(aggregate);
        E event = change.apply(aggregate);
        outbox.append(event);
        conclude(aggregate, act, action(event), before);
        return aggregate;
    }

    /** Changes a stored aggregate in a way that the state tables give no event for. */
    public A adjust(UUID id, Act act, String action, Consumer<A> change) {
        A aggregate = forChange(id);
        JsonNode before = auditTrail.snapshot(aggregate);
        change.accept(aggregate);
        conclude(aggregate, act, action, before);
        return aggregate;
    }

    /** Changes another aggregate in consequence of an act: what the caller last saw was not this one. */
    protected A follow(A aggregate, Act act, String action, Consumer<A> change) {
        JsonNode before = auditTrail.snapshot(aggregate);
        change.accept(aggregate);
        conclude(aggregate, act, action, before);
        return aggregate;
    }

    /** The next of the running numbers of this kind of record, from the sequence {@code <record type>_number}. */
    public long nextNumber() {
        return sql.next(recordType + "_number");
    }

    /** Adds a further event to a change under way, where one act has two consequences. */
    public void alsoTell(DomainEvent event) {
        outbox.append(event);
    }

    private A forChange(UUID id) {
        A aggregate = get(id);
        precondition.check(aggregate);
        return aggregate;
    }

    private void conclude(A aggregate, Act act, String action, JsonNode before) {
        flush(); // a lost race shows here, as OptimisticLockException, not at commit
        rulings.record(act.takeRulings());
        auditTrail.append(act, action, aggregate, before);
    }

    private static String action(DomainEvent event) {
        String wireName = EventTypes.wireName(event.getClass());
        return wireName.substring(0, wireName.lastIndexOf(".v"));
    }
}
