package io.gendan.rulebook;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A condition that the company writes itself: an expression over named facts, in CEL. It is checked when it is read, depends
 * on nothing but the facts, and comes to an end soon.
 */
public final class Expression {

    /** Characters; what is longer is no condition that somebody could read in a dispute. */
    static final int LONGEST = 500;

    private final String text;
    private final SortedMap<String, VariableType> variables;
    private final Predicate<Map<String, Object>> program;

    private Expression(String text, SortedMap<String, VariableType> variables, Predicate<Map<String, Object>> program) {
        this.text = text;
        this.variables = variables;
        this.program = program;
    }

    /** @throws ValueFault saying where it is wrong and why */
    static Expression read(String text, Map<String, VariableType> variables) {
        if (text.length() > LONGEST) throw new ValueFault("condition-too-long", LONGEST);
        SortedMap<String, VariableType> sorted = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
        return new Expression(text, sorted, CelPrograms.compiled(text, sorted));
    }

    /** @throws ExpressionFailed where it comes to neither yes nor no */
    public boolean holds(Facts facts) {
        Map<String, Object> values = new TreeMap<>();
        variables.forEach((name, type) -> values.put(name, value(facts, name, type)));
        return program.test(values);
    }

    private static Object value(Facts facts, String name, VariableType type) {
        try {
            return type.of(facts, name);
        } catch (FactMissing missing) {
            throw new ExpressionFailed(missing.getMessage());
        } catch (ClassCastException | NumberFormatException wrong) {
            throw new ExpressionFailed("\"%s\" is no %s".formatted(name, type.yaml()));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression that && text.equals(that.text) && variables.equals(that.variables);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
