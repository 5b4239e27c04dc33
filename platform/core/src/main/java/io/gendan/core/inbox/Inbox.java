package io.gendan.core.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;

import io.gendan.core.http.Correlation;
import io.gendan.core.outbox.EventCodec;
import io.gendan.core.store.Sql;
import io.gendan.events.DomainEvent;
import io.gendan.events.EventTypes;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/**
 * Where events of other services come in. Each event's id is kept in the same transaction as its effect, so that an
 * event delivered twice takes effect once. What cannot be processed is tried again with growing pauses and then given
 * to the channel's dead-letter topic; while the database is away it waits, however long that takes.
 */
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(3));
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    @Inject
    Sql sql;

    @Inject
    EventCodec codec;

    @Inject
    MeterRegistry meters;

    /** @param family the sealed interface whose members this handler understands; others are passed over */
    public <E extends DomainEvent> void receive(
            ConsumerRecord<String, byte[]> message, Class<E> family, Consumer<E> handler) {
        String typeName = header(message, "ce_type").orElseThrow(() -> new PoisonMessage("no ce_type header", null));
        Optional<Class<? extends DomainEvent>> type = EventTypes.find(typeName);
        if (type.isEmpty() || !family.isAssignableFrom(type.get())) {
            meters.counter("gendan.inbox.passed.over", "type", typeName.length() > 100 ? "long" : typeName)
                    .increment();
            return;
        }
        String id = header(message, "ce_id").orElseThrow(() -> new PoisonMessage("no ce_id header", null));
        E event = read(message, type.get().asSubclass(family));
        Correlation.begin(header(message, "x-correlation-id").orElse(null));
        takeEffect(id, typeName, event, handler);
    }

    private <E extends DomainEvent> void takeEffect(String id, String type, E event, Consumer<E> handler) {
        for (int attempt = 0; ; attempt++)
            try {
                boolean first = QuarkusTransaction.requiringNew().call(() -> {
                    if (!isNew(id)) return false;
                    withRequestContext(() -> handler.accept(event));
                    return true;
                });
                meters.counter("gendan.inbox.received", "type", type, "repeated", String.valueOf(!first))
                        .increment();
                return;
            } catch (RuntimeException failure) {
                boolean databaseAway = isPassing(failure);
                if (!databaseAway && attempt >= PAUSES.size()) throw failure;
                Duration pause = attempt < PAUSES.size() ? PAUSES.get(attempt) : LONGEST_PAUSE;
                LOG.warnf("event %s of type %s is tried again in %s: %s", id, type, pause, failure.toString());
                pause(pause);
            }
    }

    private boolean isNew(String id) {
        return sql.run("insert into inbox_message (id) values (?) on conflict do nothing", id) == 1;
    }

    private static void withRequestContext(Runnable effect) {
        var request = Arc.container().requestContext();
        if (request.isActive()) {
            effect.run();
            return;
        }
        request.activate();
        try {
            effect.run();
        } finally {
            request.terminate();
        }
    }

    private <E extends DomainEvent> E read(ConsumerRecord<String, byte[]> message, Class<E> type) {
        try {
            return codec.read(message.value(), type);
        } catch (IOException | RuntimeException e) {
            throw new PoisonMessage("the body is no " + type.getSimpleName(), e);
        }
    }

    /** Failures that pass by themselves: the database is away or restarting, or another transaction was quicker. */
    private static boolean isPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException) return true;
            if (cause instanceof SQLTransientException || cause instanceof SQLRecoverableException) return true;
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                if (state.startsWith("08") || state.startsWith("57P") || state.startsWith("40")) return true;
            }
        }
        return false;
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting", e);
        }
    }

    private static Optional<String> header(ConsumerRecord<?, ?> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
