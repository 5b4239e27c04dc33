package io.gendan.rulebook;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a rule makes of an act: it allows or refuses it ({@link Condition}), or marks or computes something
 * ({@link Finding}). It follows from the rule's parameters and the facts alone, so that it can be asked again with what a
 * ruling has kept.
 */
public sealed interface Evaluation<P extends Record> permits Condition, Finding {

    /**
     * What it comes to.
     *
     * @param found what a ruling keeps beside the facts
     * @param failed whether an expression of the company's came to neither yes nor no, which refuses the act
     */
    record Verdict(Outcome outcome, Facts found, boolean failed) {

        /** Under which name a ruling keeps why an expression failed. */
        public static final String FAILURE = "failure";

        static Verdict of(Outcome outcome, Map<String, ?> found) {
            return new Verdict(outcome, Facts.of(found), false);
        }

        static Verdict failed(ExpressionFailed failure) {
            return new Verdict(Outcome.REFUSED, Facts.of(Map.of(FAILURE, failure.getMessage())), true);
        }
    }

    /** Stable; a ruling names the evaluation by it. */
    String code();

    Class<P> parameters();

    /** Whether the facts are enough to ask it under another version too. */
    boolean comparable();

    /** @throws FactMissing where the facts do not suffice */
    Verdict of(P parameters, Facts facts);

    /** Asks it under a version of a rule with such parameters. */
    default Verdict under(RuleVersion<?> version, Facts facts) {
        return of(parameters().cast(version.parameters()), facts);
    }

    static Optional<Evaluation<?>> named(String code) {
        return Optional.ofNullable(Declared.BY_CODE.get(code));
    }

    /** Found by their codes, once somebody asks for one. */
    final class Declared {
        private static final Map<String, Evaluation<?>> BY_CODE =
                DeclaredRules.evaluations().stream().collect(Collectors.toMap(Evaluation::code, Function.identity()));

        private Declared() {}
    }
}
