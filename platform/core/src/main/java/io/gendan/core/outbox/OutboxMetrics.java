package io.gendan.core.outbox;

import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/** Depth and age of the outbox, read when they are asked for and not more often than once a second. */
@ApplicationScoped
class OutboxMetrics {
    @Inject
    OutboxRelay relay;

    private OutboxStore.Depth last = new OutboxStore.Depth(0, 0, 0);
    private long readAt = System.nanoTime() - 2_000_000_000L;

    void register(@Observes StartupEvent event, MeterRegistry registry) {
        Gauge.builder("gendan.outbox.depth", () -> depth().waiting())
                .description("events decided and not yet published")
                .register(registry);
        Gauge.builder("gendan.outbox.age.seconds", () -> depth().oldestSeconds())
                .description("age of the oldest of them")
                .register(registry);
        Gauge.builder("gendan.outbox.set.aside", () -> depth().setAside())
                .description("events Kafka refused for good")
                .register(registry);
    }

    synchronized OutboxStore.Depth depth() {
        if (System.nanoTime() - readAt < 1_000_000_000L) return last;
        try {
            last = relay.store().depth();
        } catch (SQLException _) {
            last = new OutboxStore.Depth(-1, -1, -1); // the database is away: the value is unknown, not zero
        }
        readAt = System.nanoTime();
        return last;
    }
}
