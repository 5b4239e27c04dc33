package io.gendan.rulebook;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;

/** A rule as it stands from a moment on, for one scope: its clause, what it does, and its parameters. */
public record RuleVersion<P extends Record>(
        String key,
        int version,
        Clause clause,
        Effect effect,
        P parameters,
        Set<String> requirements,
        Instant effectiveFrom) {

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    public RuleVersion {
        requirements = Set.copyOf(requirements);
    }

    /** A decision made under this version. */
    public Ruling ruling(
            Outcome outcome, String recordType, UUID recordId, Map<String, ?> inputs, String actor, Instant at) {
        return new Ruling(
                IDS.generate(),
                key,
                version,
                clause.regulation(),
                clause.number(),
                effect,
                outcome,
                recordType,
                recordId,
                new HashMap<>(inputs),
                actor,
                at);
    }
}
