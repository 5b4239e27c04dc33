package io.gendan.core.outbox;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

import io.gendan.core.http.Correlation;
import io.gendan.core.store.Ids;
import io.gendan.events.DomainEvent;
import io.gendan.events.EventTypes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where events wait to be published. What is in here was decided; the relay gets it out, in order per key. */
@ApplicationScoped
public class Outbox {
    /** How many lanes the keys are spread over; a lane is published by one replica at a time. */
    static final int BUCKETS = 16;

    private static final int LARGEST_BODY = 900_000; // below the brokers' default limit of 1 MiB per message

    @Inject
    EntityManager entities;

    @Inject
    EventCodec codec;

    @Inject
    TransactionSynchronizationRegistry transaction;

    @Inject
    OutboxRelay relay;

    @ConfigProperty(name = "gendan.service")
    String service;

    /** Joins the caller's transaction and refuses to run outside one: a change and its event stand or fall together. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(DomainEvent event) {
        var entry = new OutboxEntry();
        entry.id = Ids.next();
        entry.bucket = bucketOf(event.key());
        entry.topic = EventTypes.topic(event.getClass(), service);
        entry.key = event.key();
        entry.subject = event.aggregateId();
        entry.type = EventTypes.wireName(event.getClass());
        entry.classification = EventTypes.classification(event.getClass());
        entry.occurredAt = event.occurredAt();
        entry.traceparent = Correlation.traceparent();
        entry.correlationId = Correlation.current();
        entry.body = codec.write(event);
        if (entry.body.length() > LARGEST_BODY)
            throw new IllegalArgumentException(entry.type + " of " + entry.subject + " is too large to publish");
        entities.persist(entry);
        wakeRelayAfterCommit();
    }

    static short bucketOf(UUID key) {
        return (short) Math.floorMod(key.hashCode(), BUCKETS);
    }

    private void wakeRelayAfterCommit() {
        if (transaction.getResource(Outbox.class) != null) return;
        transaction.putResource(Outbox.class, true);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) relay.wake();
            }
        });
    }
}
