package io.gendan.rulebook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.gendan.rulebook.RulebookFixture.ANSWER;
import static io.gendan.rulebook.RulebookFixture.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AmendmentTest {
    private static final Instant MORNING = at("2026-06-01T10:00+08:00");
    private static final Instant NIGHT = at("2026-06-01T22:00+08:00");
    private static final Scope D1 = Scope.of(null, "D1");
    private static final Scope FURNITURE = Scope.of("furniture", null);

    private final Rulebook rulebook = RulebookFixture.rulebook(RulebookFixture.ANSWER_RULE);

    @Test
    void itGovernsItsUnitFromItsMomentOnAndNobodyElse() {
        var amended = rulebook.amended(List.of(version(2, D1, "1 wh", MORNING)));

        assertThat(limit(amended, D1, MORNING.minusMillis(1))).isEqualTo("2 wh");
        assertThat(limit(amended, D1, MORNING)).isEqualTo("1 wh");
        assertThat(limit(amended, Scope.of("trade", "D1"), NIGHT)).isEqualTo("1 wh");
        assertThat(limit(amended, Scope.of(null, "D2"), NIGHT)).isEqualTo("2 wh");
        assertThat(limit(amended, Scope.COMPANY, NIGHT)).isEqualTo("2 wh");
        assertThat(amended.inForce(ANSWER, D1, NIGHT).clause().citation()).isEqualTo("900 §1.1");
    }

    /** One minute before and after ten: each is decided by what was in force, and taken again comes to the same. */
    @Test
    void theAuthorityOfAUnitChangesAtTenAndBothDecisionsCanBeTakenAgain() {
        var amended = Rulebook.load()
                .amended(List.of(new Amendment(
                        "intake.authority.sales.L1",
                        2,
                        D1,
                        new ObjectMapper()
                                .valueToTree(Map.of("amount", 30_000, "complexity", List.of("simple", "complex"))),
                        MORNING)));

        var before = decide(amended, MORNING.minusSeconds(60));
        var after = decide(amended, MORNING.plusSeconds(60));

        assertThat(before).extracting(Ruling::outcome, Ruling::version).containsExactly(Outcome.ALLOWED, 1);
        assertThat(after).extracting(Ruling::outcome, Ruling::version).containsExactly(Outcome.REFUSED, 2);
        for (Ruling ruling : List.of(before, after))
            assertThat(again(ruling, amended, ruling.version(), ruling.scope())).isEqualTo(ruling.outcome());
        assertThat(again(before, amended, 2, D1)).isEqualTo(Outcome.REFUSED);
        assertThat(again(after, amended, 1, Scope.COMPANY)).isEqualTo(Outcome.ALLOWED);
    }

    private static Ruling decide(Rulebook rulebook, Instant at) {
        Map<String, Object> order = Map.of("authorized", true, "amount", "40000", "complexity", "SIMPLE");
        var rule = rulebook.inForce(IntakeRules.AUTHORITY_SALES_L1, D1, at);
        var outcome = IntakeRules.WITHIN_AUTHORITY
                .of(rule.parameters(), Facts.of(order))
                .outcome();
        return rule.ruling(
                IntakeRules.WITHIN_AUTHORITY.code(), outcome, "order", new UUID(1, 2), order, "zhao.min", at);
    }

    private static Outcome again(Ruling ruling, Rulebook rulebook, int version, Scope scope) {
        return Evaluation.named(ruling.condition())
                .orElseThrow()
                .under(rulebook.version(ruling.rule(), version, scope).orElseThrow(), Facts.of(ruling.inputs()))
                .outcome();
    }

    @Test
    void whatWasReadBeforeStaysAsItWas() {
        rulebook.amended(List.of(version(2, Scope.COMPANY, "1 wh", MORNING)));

        assertThat(limit(rulebook, Scope.COMPANY, NIGHT)).isEqualTo("2 wh");
    }

    @Test
    void theCompanysNewVersionLeavesExceptionsAloneUntilTheyEnd() {
        var amended = rulebook.amended(List.of(
                version(2, FURNITURE, "4 wh", MORNING),
                version(3, Scope.COMPANY, "3 wh", MORNING),
                new Amendment("desk.answer", 4, FURNITURE, null, NIGHT)));

        assertThat(limit(amended, FURNITURE, MORNING)).isEqualTo("4 wh");
        assertThat(limit(amended, FURNITURE, NIGHT)).isEqualTo("3 wh");
    }

    @Test
    void ofTwoFromTheSameMomentTheLaterDecidedGovernsAndTheOrderOfArrivalDoesNotMatter() {
        var first = version(2, D1, "1 wh", MORNING);
        var second = version(3, D1, "5 wh", MORNING);

        assertThat(limit(rulebook.amended(List.of(first, second)), D1, NIGHT)).isEqualTo("5 wh");
        assertThat(limit(rulebook.amended(List.of(second, first)), D1, NIGHT)).isEqualTo("5 wh");
    }

    @Test
    void everyVersionStaysToBeFoundByItsNumberAndScope() {
        var amended = rulebook.amended(List.of(version(2, D1, "1 wh", MORNING), version(3, D1, "5 wh", NIGHT)));

        assertThat(amended.version("desk.answer", 2, D1)
                        .orElseThrow()
                        .values()
                        .path("limit")
                        .asText())
                .isEqualTo("1 wh");
        assertThat(amended.version("desk.answer", 1, Scope.COMPANY)).isPresent();
        assertThat(amended.version("desk.answer", 2, Scope.COMPANY)).isEmpty();
        assertThat(amended.version("desk.nap", 1, Scope.COMPANY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"limit": "soon"}               | limit | soon
            {"limit": 3}                    | limit | 3
            {}                              | limit | missing
            {"limit": "1 wh", "nap": true}  | nap   | no parameter
            """)
    void valuesThatDoNotFitAreNamed(String values, String parameter, String reason) {
        assertThatThrownBy(() -> rulebook.amended(List.of(new Amendment("desk.answer", 2, D1, json(values), MORNING))))
                .isInstanceOfSatisfying(
                        ParametersInvalid.class,
                        invalid -> assertThat(invalid.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.parameter()).isEqualTo(parameter);
                            assertThat(fault.reason()).contains(reason);
                        }));
    }

    @Test
    void aRuleNobodyKnowsAndAnExceptionForProfileAndUnitAtOnceAreRefused() {
        assertThatThrownBy(() -> rulebook.amended(List.of(new Amendment("desk.nap", 2, D1, json("{}"), MORNING))))
                .hasMessageContaining("desk.nap");
        assertThatThrownBy(() -> version(2, Scope.of("trade", "D1"), "1 wh", MORNING))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Amendment("desk.answer", 2, Scope.COMPANY, null, MORNING))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyDefaultReadsBackFromWhatItSays() {
        var defaults = Rulebook.load();

        for (var version : defaults.versions())
            assertThat(defaults.amended(List.of(new Amendment(
                                    version.key(), 99, version.scope(), version.values(), version.effectiveFrom())))
                            .version(version.key(), 99, version.scope())
                            .orElseThrow()
                            .parameters())
                    .as(version.key())
                    .isEqualTo(version.parameters());
    }

    private static Amendment version(int number, Scope scope, String limit, Instant from) {
        return new Amendment("desk.answer", number, scope, json("{\"limit\": \"%s\"}".formatted(limit)), from);
    }

    private static String limit(Rulebook rulebook, Scope scope, Instant at) {
        return rulebook.inForce(ANSWER, scope, at).parameters().limit().toString();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
