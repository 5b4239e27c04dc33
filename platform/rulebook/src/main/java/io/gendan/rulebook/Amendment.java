package io.gendan.rulebook;

import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A version of a rule that the company decided on at run time: from a moment on it replaces the values of one scope, or ends
 * its exception.
 *
 * @param version later than every earlier one of the rule, whatever its scope
 * @param scope the company, or one profile, or one unit
 * @param values every parameter, as regulations write them; null ends the exception
 */
public record Amendment(String key, int version, Scope scope, JsonNode values, Instant effectiveFrom) {

    public Amendment {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(effectiveFrom, "effectiveFrom");
        if (scope.profile() != null && scope.unit() != null)
            throw new IllegalArgumentException("one version is for a profile or for a unit, not for both");
        if (values == null && scope.equals(Scope.COMPANY))
            throw new IllegalArgumentException("the company's own values are no exception that could end");
    }

    boolean endsException() {
        return values == null;
    }
}
