package io.gendan.rulebook;

import java.util.Map;
import java.util.function.BiPredicate;

/**
 * One thing a rule demands of an act.
 *
 * @param code that of the refusal
 */
public record Condition<P extends Record>(String code, Class<P> parameters, BiPredicate<P, Facts> test)
        implements Evaluation<P> {

    public static <P extends Record> Condition<P> of(String code, Class<P> parameters, BiPredicate<P, Facts> test) {
        return new Condition<>(code, parameters, test);
    }

    @Override
    public boolean comparable() {
        return true;
    }

    /** @throws FactMissing where the facts do not suffice */
    public boolean holds(P parameters, Facts facts) {
        return of(parameters, facts).outcome() == Outcome.ALLOWED;
    }

    @Override
    public Verdict of(P parameters, Facts facts) {
        try {
            return Verdict.of(test.test(parameters, facts) ? Outcome.ALLOWED : Outcome.REFUSED, Map.of());
        } catch (ExpressionFailed failure) {
            return Verdict.failed(failure);
        }
    }
}
