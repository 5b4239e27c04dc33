package io.gendan.rulebook;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One decision made under one version of a rule, kept as evidence. Inputs are sorted by name and hold nothing but
 * simple JSON values, so that the same decision is written the same way everywhere and can be replayed.
 *
 * @param condition code of the condition or finding that was asked, null where the rule set a deadline
 * @param scope that of the version, which with rule and number says which parameters decided
 */
public record Ruling(
        UUID id,
        String rule,
        int version,
        Scope scope,
        String regulation,
        String clause,
        Effect effect,
        String condition,
        Outcome outcome,
        String recordType,
        UUID recordId,
        Map<String, Object> inputs,
        String actor,
        Instant at) {

    public Ruling {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(recordType, "recordType");
        Objects.requireNonNull(at, "at");
        inputs = Inputs.plain(inputs);
    }

    /** Instead of what somebody may not see. */
    private static final String MASK = "***";

    /** As somebody sees it who may see inputs up to this level (SEC-02). */
    public Ruling seenAt(KeptInputs.Level level) {
        return new Ruling(
                id,
                rule,
                version,
                scope,
                regulation,
                clause,
                effect,
                condition,
                outcome,
                recordType,
                recordId,
                masked(inputs, level),
                actor,
                at);
    }

    /** The same values, those above the level masked. */
    public static SortedMap<String, Object> masked(Map<String, Object> inputs, KeptInputs.Level level) {
        SortedMap<String, Object> masked = new TreeMap<>(inputs);
        masked.replaceAll(
                (name, value) -> value == null || KeptInputs.of(name).level().compareTo(level) <= 0 ? value : MASK);
        return masked;
    }

    /** The clause as people cite it: {@code 000 §3.1}. */
    public String citation() {
        return Clause.citation(regulation, clause);
    }
}
