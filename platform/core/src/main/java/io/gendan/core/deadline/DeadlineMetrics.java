package io.gendan.core.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;

import io.gendan.core.store.Sql;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

/** How many deadlines run, and were missed with the matter still open; read when they are asked for and not more often than twice a minute. */
@ApplicationScoped
class DeadlineMetrics {
    private static final long KEPT_NANOS = 30_000_000_000L;
    private static final Figures UNKNOWN = new Figures(-1, -1, -1);
    private static final String FIGURES = """
            select (select count(*) from deadline where status in ('RUNNING', 'PAUSED') and status = 'RUNNING'),
                   (select count(*) from deadline where status = 'MISSED' and met_at is null),
                   (select coalesce(greatest(extract(epoch from now() - min(watch_at)), 0), 0) from deadline
                     where watch_at is not null)""";

    /** @param lateSeconds how long the one that should have been struck first has been waiting, 0 where none is late */
    private record Figures(double running, double missed, double lateSeconds) {}

    @Inject
    Sql sql;

    private Figures last = UNKNOWN;
    private long readAt = System.nanoTime() - 2 * KEPT_NANOS;

    void register(@Observes StartupEvent event, MeterRegistry registry) {
        Gauge.builder("gendan.deadlines.running", () -> figures().running())
                .description("deadlines that have time left")
                .register(registry);
        Gauge.builder("gendan.deadlines.missed", () -> figures().missed())
                .description("deadlines missed whose matter is still open")
                .register(registry);
        Gauge.builder("gendan.deadlines.late.seconds", () -> figures().lateSeconds())
                .description("how long the first deadline that is to be struck has been waiting for it")
                .register(registry);
    }

    synchronized Figures figures() {
        if (System.nanoTime() - readAt < KEPT_NANOS) return last;
        try {
            last = QuarkusTransaction.requiringNew().call(() -> sql.rows(
                            row -> new Figures(row.getDouble(1), row.getDouble(2), row.getDouble(3)), FIGURES)
                    .getFirst());
        } catch (PersistenceException _) {
            last = UNKNOWN; // the database is away: the value is unknown, not zero
        }
        readAt = System.nanoTime();
        return last;
    }
}
