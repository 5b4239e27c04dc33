package io.gendan.gateway.session;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.gendan.gateway.GatewayConfig;
import io.gendan.gateway.http.Blocking;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/** Now and then removes sessions that are over. Replicas may do it at the same time. */
@ApplicationScoped
class SessionSweep {
    private static final Logger LOG = Logger.getLogger(SessionSweep.class);

    private final Sessions sessions;
    private final Blocking blocking;
    private final AtomicInteger alive = new AtomicInteger();

    SessionSweep(Sessions sessions, Blocking blocking) {
        this.sessions = sessions;
        this.blocking = blocking;
    }

    void begin(@Observes StartupEvent started, Vertx vertx, MeterRegistry registry, GatewayConfig config) {
        Gauge.builder("gendan.gateway.sessions", alive::get)
                .description("Sessions, over all replicas")
                .register(registry);
        vertx.setPeriodic(1, config.session().sweepEvery().toMillis(), _ -> blocking.execute(this::sweep));
    }

    private void sweep() {
        try {
            alive.set(sessions.sweep());
        } catch (SessionsAway away) {
            LOG.warnf("sessions not swept this time: %s", away.getMessage());
        }
    }
}
