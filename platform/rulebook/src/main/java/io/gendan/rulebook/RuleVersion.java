package io.gendan.rulebook;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;

/**
 * A rule as it stands from a moment on, for one scope: its clause, what it does, and its parameters.
 *
 * @param version counted over all scopes of a rule; an exception that a rule file states has its file's number
 * @param scope whom it is for: the company, or one profile, or one unit
 * @param values the parameters as regulations write them: {@code 2 wd}, {@code [L1, L2]}
 */
public record RuleVersion<P extends Record>(
        String key,
        int version,
        Scope scope,
        Clause clause,
        Effect effect,
        P parameters,
        JsonNode values,
        Set<String> requirements,
        Instant effectiveFrom) {

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    public RuleVersion {
        requirements = Set.copyOf(requirements);
    }

    /**
     * A decision made under this version. Its id carries the moment of the act, so that rulings sort and are found by it.
     *
     * @param condition code of the evaluation that was asked, null where none was
     */
    public Ruling ruling(
            String condition,
            Outcome outcome,
            String recordType,
            UUID recordId,
            Map<String, ?> inputs,
            String actor,
            Instant at) {
        return new Ruling(
                IDS.construct(at.toEpochMilli()),
                key,
                version,
                scope,
                clause.regulation(),
                clause.number(),
                effect,
                condition,
                outcome,
                recordType,
                recordId,
                new HashMap<>(inputs),
                actor,
                at);
    }
}
