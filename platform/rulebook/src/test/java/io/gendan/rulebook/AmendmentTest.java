package io.gendan.rulebook;

import java.time.Instant;
import java.util.List;

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
