package io.gendan.gateway.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;

/** Counts and logs every request once it is over. Neither query nor names nor addresses: what is logged is no personal data. */
@ApplicationScoped
public class Traffic {
    private static final Logger ACCESS = Logger.getLogger("io.gendan.gateway.access");
    private static final int CLIENT_GONE = 499;
    private static final int LONGEST_PATH = 200;

    private final MeterRegistry registry;
    private final Map<Requests, Timer> requests = new ConcurrentHashMap<>();
    private final Map<String, Timer> upstreams = new ConcurrentHashMap<>();
    private final Map<Refusal, Counter> refusals = new ConcurrentHashMap<>();

    private record Requests(String route, int status) {}

    Traffic(MeterRegistry registry) {
        this.registry = registry;
    }

    void answered(Exchange exchange, boolean clientGone) {
        int status = clientGone ? CLIENT_GONE : exchange.response().getStatusCode();
        Duration took = Duration.ofNanos(exchange.nanos());
        requests.computeIfAbsent(new Requests(exchange.route(), status), this::requestTimer)
                .record(took);
        if (ACCESS.isLoggable(Level.INFO)) ACCESS.logRaw(line(exchange, status, took));
    }

    void refused(Refusal refusal) {
        refusals.computeIfAbsent(refusal, this::refusalCounter).increment();
    }

    /** Until a service's head of answer. */
    public void upstreamAnswered(String service, long nanos) {
        upstreams.computeIfAbsent(service, this::upstreamTimer).record(Duration.ofNanos(nanos));
    }

    private static ExtLogRecord line(Exchange exchange, int status, Duration took) {
        String method = exchange.request().method().name();
        String path = exchange.path();
        String shown = path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH) + "…";
        var line = new ExtLogRecord(
                Level.INFO,
                method + ' ' + shown + ' ' + status + ' ' + took.toMillis() + " ms " + exchange.correlationId(),
                ExtLogRecord.FormatStyle.NO_FORMAT,
                Traffic.class.getName());
        line.setLoggerName(ACCESS.getName());
        line.putMdc("method", method);
        line.putMdc("path", shown);
        line.putMdc("route", exchange.route());
        line.putMdc("status", Integer.toString(status));
        line.putMdc("durationMicros", Long.toString(took.toNanos() / 1_000));
        line.putMdc("correlationId", exchange.correlationId());
        line.putMdc("traceId", exchange.traceparent().substring(3, 35));
        return line;
    }

    private Timer requestTimer(Requests key) {
        return Timer.builder("gendan.gateway.requests")
                .description("Requests by route and status")
                .tag("route", key.route())
                .tag("status", Integer.toString(key.status()))
                .serviceLevelObjectives(Duration.ofMillis(5), Duration.ofMillis(50), Duration.ofMillis(500))
                .register(registry);
    }

    private Timer upstreamTimer(String service) {
        return Timer.builder("gendan.gateway.upstream")
                .description("Time until a service began to answer")
                .tag("service", service)
                .serviceLevelObjectives(Duration.ofMillis(5), Duration.ofMillis(50), Duration.ofMillis(500))
                .register(registry);
    }

    private Counter refusalCounter(Refusal refusal) {
        return Counter.builder("gendan.gateway.refusals")
                .description("Answers the gateway gave in a service's place")
                .tag("code", refusal.code())
                .register(registry);
    }
}
