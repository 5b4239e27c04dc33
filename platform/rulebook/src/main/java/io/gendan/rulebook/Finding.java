package io.gendan.rulebook;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a rule marks in a record or computes for it.
 *
 * @param outcome MARKED or COMPUTED
 * @param function what is found, by name; a ruling keeps it beside the facts
 */
public record Finding<P extends Record>(
        String code,
        Class<P> parameters,
        Outcome outcome,
        BiFunction<P, Facts, Map<String, ?>> function,
        boolean comparable)
        implements Evaluation<P> {

    public static <P extends Record> Finding<P> marking(
            String code, Class<P> parameters, BiFunction<P, Facts, Map<String, ?>> function) {
        return new Finding<>(code, parameters, Outcome.MARKED, function, true);
    }

    /** Of what follows from a deadline set before, so that another version has nothing to say on it: that has its own ruling. */
    public static <P extends Record> Finding<P> markingMiss(
            String code, Class<P> parameters, Function<Facts, Map<String, ?>> function) {
        return new Finding<>(code, parameters, Outcome.MARKED, (_, facts) -> function.apply(facts), false);
    }

    public static <P extends Record> Finding<P> computing(
            String code, Class<P> parameters, BiFunction<P, Facts, Map<String, ?>> function) {
        return new Finding<>(code, parameters, Outcome.COMPUTED, function, true);
    }

    @Override
    public Verdict of(P parameters, Facts facts) {
        try {
            return Verdict.of(outcome, function.apply(parameters, facts));
        } catch (ExpressionFailed failure) {
            return Verdict.failed(failure);
        }
    }
}
