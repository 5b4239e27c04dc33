package io.gendan.performance.facts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * One thing that happened, as it concerns one person (PER-17).
 *
 * @param recordType kind of the record to look it up by: {@code order}, {@code inquiry} or {@code ticket}
 * @param value what was measured, such as a rating or days late; null where the fact itself counts
 * @param inOrder whether it was in time, without fault, passed
 */
public record Fact(
        UUID id,
        FactKind kind,
        String username,
        String recordType,
        UUID recordId,
        Instant occurredAt,
        BigDecimal value,
        boolean inOrder) {}
