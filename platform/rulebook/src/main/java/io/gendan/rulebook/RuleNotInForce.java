package io.gendan.rulebook;

import java.time.Instant;

/** An act was dated before the first version of the rule that governs it. */
public final class RuleNotInForce extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RuleNotInForce(String key, Instant at) {
        super("No version of rule %s was in force at %s".formatted(key, at));
    }
}
