package io.gendan.system;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Versions of one rule for one unit, put into force as a company would: by its head and the leader in charge. */
final class Register {
    private static final String VERSIONS = "/api/performance/v1/rule-versions";
    /** The longest a service may take to hear of a version. */
    private static final Duration WITHIN = Duration.ofSeconds(5);

    private final Api head;
    private final Api legal;
    private final Api leader;
    private final String rule;
    private final String unit;

    Register(WholeSystem system, String rule, String unit) {
        head = system.company().as(system.company().holder("HEAD", unit));
        legal = system.company().as(system.company().holder("LEGAL", "ADM"));
        leader = system.company().as(system.company().holder("LEAD", "HQ"));
        this.rule = rule;
        this.unit = unit;
    }

    /** Publishes it and waits for its moment. @return its number */
    int publish(Map<String, Object> content) {
        Instant from = Instant.now().plus(WITHIN);
        var whole = new HashMap<>(content);
        whole.put("effectiveFrom", from.toString());
        whole.put("reason", "系统测试");
        String id = head.post(VERSIONS, key(), Map.of("rule", rule, "unit", unit, "content", whole))
                .path("id")
                .asText();
        head.post(VERSIONS + "/" + id + "/submit", key(), Map.of());
        legal.post(VERSIONS + "/" + id + "/approve", key(), Map.of());
        int number = leader.post(VERSIONS + "/" + id + "/approve", key(), Map.of())
                .path("number")
                .asInt();
        while (!Instant.now().isAfter(from))
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        return number;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
