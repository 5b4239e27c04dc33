package io.gendan.rulebook;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.gendan.rulebook.IntakeRules.OrderAuthority;
import org.junit.jupiter.api.Test;

import static io.gendan.rulebook.IntakeRules.Complexity.COMPLEX;
import static io.gendan.rulebook.IntakeRules.Complexity.SIMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConditionTest {
    private static final Map<String, Object> ORDER =
            Map.of("authorized", true, "amount", new BigDecimal("50000.00"), "complexity", SIMPLE);

    @Test
    void itHoldsByParametersAndFactsAlone() {
        assertThat(within(50_000, Set.of(SIMPLE), ORDER)).isTrue();
        assertThat(within(49_999, Set.of(SIMPLE), ORDER)).isFalse();
        assertThat(within(50_000, Set.of(COMPLEX), ORDER)).isFalse();
    }

    @Test
    void whatARulingKeptIsEnoughToAskAgain() {
        Map<String, Object> kept = Facts.of(ORDER).values();

        assertThat(within(50_000, Set.of(SIMPLE), kept)).isTrue();
        assertThat(within(1, Set.of(SIMPLE), kept)).isFalse();
    }

    @Test
    void withoutAFactItSaysWhichOne() {
        assertThatThrownBy(() -> within(1, Set.of(SIMPLE), Map.of("authorized", true)))
                .isInstanceOf(FactMissing.class)
                .hasMessageContaining("amount");
    }

    @Test
    void everyDeclaredConditionIsFoundByItsCode() {
        List<Evaluation<?>> all = DeclaredRules.evaluations();

        assertThat(all).hasSizeGreaterThan(25).doesNotHaveDuplicates();
        for (Evaluation<?> evaluation : all)
            assertThat(Evaluation.named(evaluation.code())).contains(evaluation);
        assertThat(Evaluation.named("no-such-condition")).isEmpty();
    }

    @Test
    void everyConditionIsOfParametersThatSomeRuleHas() {
        Set<Class<?>> known = new HashSet<>();
        DeclaredRules.all().forEach(rule -> known.add(rule.parameters()));

        assertThat(DeclaredRules.evaluations())
                .allSatisfy(
                        evaluation -> assertThat(known).as(evaluation.code()).contains(evaluation.parameters()));
    }

    private static boolean within(int amount, Set<IntakeRules.Complexity> complexity, Map<String, ?> facts) {
        return IntakeRules.WITHIN_AUTHORITY.holds(
                new OrderAuthority(BigDecimal.valueOf(amount), complexity), Facts.of(facts));
    }
}
