package io.gendan.rulebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What may be set in a rule.
 *
 * @param type {@code duration}, {@code money}, {@code choice}, {@code table} and so on
 * @param many whether it is a list of such values
 * @param optional whether {@code none} may stand for it
 * @param values what a choice offers, empty otherwise
 * @param columns those of a table, empty otherwise
 * @param variables of a condition, what each holds: {@code text}, {@code texts}, {@code boolean}, {@code integer},
 *     {@code number}, {@code money}; empty otherwise
 */
public record Parameter(
        String name,
        String type,
        boolean many,
        boolean optional,
        List<String> values,
        List<Parameter> columns,
        Map<String, String> variables) {

    static Parameter of(ParameterSpec spec) {
        return new Parameter(
                spec.name(),
                spec.type().yaml(),
                spec.many(),
                spec.optional(),
                List.copyOf(spec.values()),
                spec.columns().stream().map(Parameter::of).toList(),
                variables(spec));
    }

    private static Map<String, String> variables(ParameterSpec spec) {
        Map<String, String> variables = new LinkedHashMap<>();
        spec.variables().forEach((name, type) -> variables.put(name, type.yaml()));
        return variables;
    }
}
