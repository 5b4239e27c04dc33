package io.gendan.rulebook;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One thing a rule demands of an act. Whether it holds follows from the rule's parameters and the facts alone, so that it
 * can be asked again with what a ruling has kept.
 *
 * @param code stable code of the refusal; a ruling names the condition by it
 * @param comparable whether the facts are enough to ask it under another version too
 */
public record Condition<P extends Record>(
        String code, Class<P> parameters, BiPredicate<P, Facts> test, boolean comparable) {

    public static <P extends Record> Condition<P> of(String code, Class<P> parameters, BiPredicate<P, Facts> test) {
        return new Condition<>(code, parameters, test, true);
    }

    /** One whose facts were drawn with the version's parameters already, so that another version has nothing to say. */
    public static <P extends Record> Condition<P> ofThisVersion(
            String code, Class<P> parameters, Predicate<Facts> test) {
        return new Condition<>(code, parameters, (_, facts) -> test.test(facts), false);
    }

    public static Optional<Condition<?>> named(String code) {
        return Optional.ofNullable(Declared.BY_CODE.get(code));
    }

    /** @throws FactMissing where the facts do not suffice */
    public boolean holds(P parameters, Facts facts) {
        return test.test(parameters, facts);
    }

    /** Asks it under a version of a rule with such parameters. */
    public Outcome outcome(RuleVersion<?> version, Facts facts) {
        return holds(parameters.cast(version.parameters()), facts) ? Outcome.ALLOWED : Outcome.REFUSED;
    }

    private static final class Declared {
        private static final Map<String, Condition<?>> BY_CODE =
                DeclaredRules.conditions().stream().collect(Collectors.toMap(Condition::code, Function.identity()));
    }
}
