package io.gendan.rulebook;

import java.util.List;

/**
 * What may be set in a rule.
 *
 * @param type {@code duration}, {@code money}, {@code choice}, {@code table} and so on
 * @param many whether it is a list of such values
 * @param optional whether {@code none} may stand for it
 * @param values what a choice offers, empty otherwise
 * @param columns those of a table, empty otherwise
 */
public record Parameter(
        String name, String type, boolean many, boolean optional, List<String> values, List<Parameter> columns) {

    static Parameter of(ParameterSpec spec) {
        return new Parameter(
                spec.name(),
                spec.type().yaml(),
                spec.many(),
                spec.optional(),
                List.copyOf(spec.values()),
                spec.columns().stream().map(Parameter::of).toList());
    }
}
