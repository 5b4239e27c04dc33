package io.gendan.rulebook;

import java.util.Objects;

/** The name under which a rule is asked for, and the record that holds its parameters. */
public record Rule<P extends Record>(String key, Class<P> parameters) {

    public Rule {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(parameters, "parameters");
    }

    public static <P extends Record> Rule<P> of(String key, Class<P> parameters) {
        return new Rule<>(key, parameters);
    }
}
