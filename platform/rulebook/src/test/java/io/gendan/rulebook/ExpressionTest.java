package io.gendan.rulebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.gendan.rulebook.RulebookFixture.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Conditions that a company writes itself. */
class ExpressionTest {

    private static final Map<String, VariableType> ORDER = Map.of(
            "amount", VariableType.MONEY,
            "complexity", VariableType.TEXT,
            "productClasses", VariableType.TEXTS,
            "urgent", VariableType.BOOLEAN,
            "lines", VariableType.INTEGER);

    private static final Map<String, Object> FACTS = Map.of(
            "amount",
            new BigDecimal("100000.10"),
            "complexity",
            "COMPLEX",
            "productClasses",
            List.of("panel", "custom-made"),
            "urgent",
            false,
            "lines",
            3);

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            amount > 100000                                           ; true
            amount > 100001                                           ; false
            100000 < amount                                           ; true
            amount == decimal("100000.10")                            ; true
            amount == decimal("100000.1")                             ; true
            amount - decimal("0.10") == decimal("100000")             ; true
            amount * 3 >= decimal("300000.30")                        ; true
            amount * 3 > decimal("300000.30")                         ; false
            amount + amount == decimal("200000.20")                   ; true
            complexity == "COMPLEX" && !urgent                        ; true
            "custom-made" in productClasses || lines > 10             ; true
            productClasses.exists(c, c.startsWith("solid"))           ; false
            size(productClasses) == 2 && lines % 2 == 1               ; true
            """)
    void itComesToYesOrNo(String text, boolean holds) {
        assertThat(Expression.read(text, ORDER).holds(Facts.of(FACTS))).isEqualTo(holds);
    }

    @Test
    void thousandPartsAddUpToTheLastDigit() {
        String sum = IntStream.range(0, 30).mapToObj(_ -> "amount").collect(Collectors.joining(" + "));

        assertThat(Expression.read(sum + " == decimal(\"3\")", Map.of("amount", VariableType.MONEY))
                        .holds(Facts.of(Map.of("amount", new BigDecimal("0.1")))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            amount >                    | condition-unreadable    | 1
            weight > 3                  | condition-wrong         | 1
            amount > "much"             | condition-wrong         | 1
            amount > 1.5                | condition-wrong         | 1
            double(amount) > 1.0        | condition-wrong         | 1
            amount > decimal("many")    | condition-wrong         | 1
            amount > decimal("1e99999") | condition-wrong         | 1
            amount > decimal(complexity) | condition-wrong        | 1
            amount == 3                 | condition-wrong         | 1
            complexity + complexity == "" | condition-wrong       | 1
            size(productClasses + productClasses) > 1 | condition-wrong | 1
            amount + 1                  | condition-not-yes-or-no | decimal
            complexity                  | condition-not-yes-or-no | string
            """)
    void whatDoesNotFitIsSaidWithItsPlace(String text, String code, String first) {
        var fault = catchThrowableOfType(ValueFault.class, () -> Expression.read(text, ORDER));

        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.arguments().getFirst()).isEqualTo(first);
    }

    @Test
    void thePlaceIsLineAndColumn() {
        var fault = catchThrowableOfType(ValueFault.class, () -> Expression.read("urgent &&\n  weight > 3", ORDER));

        assertThat(fault.arguments().subList(0, 2)).containsExactly("2", "3");
        assertThat(fault).hasMessageContaining("weight");
    }

    @ParameterizedTest
    @ValueSource(strings = {"now() > 3", "env(\"HOME\") == \"\"", "amount.getClass() == 3"})
    void itKnowsNothingButItsFacts(String text) {
        assertThatThrownBy(() -> Expression.read(text, ORDER)).isInstanceOf(ValueFault.class);
    }

    @Test
    void itIsNeitherLongNorDeep() {
        assertThat(catchThrowableOfType(
                                ValueFault.class, () -> Expression.read("urgent || ".repeat(60) + "urgent", ORDER))
                        .code())
                .isEqualTo("condition-too-long");
        assertThat(catchThrowableOfType(
                                ValueFault.class,
                                () -> Expression.read("(".repeat(100) + "urgent" + ")".repeat(100), ORDER))
                        .code())
                .isEqualTo("condition-unreadable");
    }

    @Test
    void whatTakesTooManyStepsFails() {
        var many = Map.of(
                "classes", IntStream.range(0, 40).mapToObj(String::valueOf).toList());
        var each = Expression.read(
                "classes.all(a, classes.all(b, a.startsWith(b) || a != \"x\"))", Map.of("classes", VariableType.TEXTS));

        assertThatThrownBy(() -> each.holds(Facts.of(many))).isInstanceOf(ExpressionFailed.class);
    }

    /** Doubled in every step, it would fill any memory before it was half through. */
    @Test
    void whatGrowsInEveryStepIsNotWrittenOrFails() {
        assertThatThrownBy(() -> Expression.read(nested("complexity", "x + x", "x == \"\""), ORDER))
                .isInstanceOf(ValueFault.class)
                .hasMessageContaining("cannot be joined");
        assertThatThrownBy(() -> Expression.read("size(productClasses.map(c, [c, c])) > 3", ORDER))
                .isInstanceOf(ValueFault.class);

        var squaring = Expression.read(nested("amount", "x * x", "x > 1"), ORDER);
        assertThatThrownBy(() -> squaring.holds(Facts.of(FACTS))).isInstanceOf(ExpressionFailed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lines / (lines - 3) == 1", "lines * 9223372036854775807 > 0", "productClasses[7] == \"a\""})
    void whatCannotBeComputedFails(String text) {
        var expression = Expression.read(text, ORDER);

        assertThatThrownBy(() -> expression.holds(Facts.of(FACTS))).isInstanceOf(ExpressionFailed.class);
    }

    @Test
    void withoutAFactItFailsEvenWhereTheOthersWouldDo() {
        var facts = new TreeMap<>(FACTS);
        facts.remove("amount");

        assertThatThrownBy(() -> Expression.read("urgent || amount > 1", ORDER).holds(Facts.of(facts)))
                .isInstanceOf(ExpressionFailed.class)
                .hasMessageContaining("amount");
    }

    @Test
    void anExpressionThatFailsRefusesWhatItWasToAllow() {
        var rule = new IntakeRules.MajorProject(Expression.read("lines / 0 == 1", ORDER));

        var verdict = IntakeRules.NO_MAJOR_PROJECT.of(rule, Facts.of(FACTS));

        assertThat(verdict.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(verdict.failed()).isTrue();
        assertThat(verdict.found().values()).containsOnlyKeys("failure");
        assertThat(IntakeRules.NO_MAJOR_PROJECT
                        .of(rule, Facts.of(FACTS))
                        .found()
                        .values())
                .isEqualTo(verdict.found().values());
    }

    @Test
    void whatARulingKeptIsEnoughToAskAnotherExpression() {
        Map<String, Object> kept = Facts.of(FACTS).values();

        assertThat(Expression.read("amount >= 100000", ORDER).holds(Facts.of(kept)))
                .isTrue();
        assertThat(Expression.read("amount >= 200000", ORDER).holds(Facts.of(kept)))
                .isFalse();
    }

    @Test
    void theCompanyAsksForAFieldWhereItsConditionHolds() {
        Rulebook rulebook = Rulebook.load();
        var version = new Amendment(
                "intake.completeness",
                2,
                Scope.COMPANY,
                rulebook.inForce(IntakeRules.COMPLETENESS, Scope.COMPANY, at("2026-06-01T12:00+08:00"))
                        .values()
                        .<ObjectNode>deepCopy()
                        .set("conditional", yaml("[{item: budget, when: 'channel != \"phone\"'}]")),
                at("2026-07-01T00:00+08:00"));
        var fields = rulebook.amended(List.of(version))
                .inForce(IntakeRules.COMPLETENESS, Scope.COMPANY, at("2026-07-01T00:00+08:00"))
                .parameters();
        var given = List.of("customerName", "contactPerson", "contact", "address", "product", "quantity");

        assertThat(fields.missing(inquiry("phone", given))).containsExactly("wantedDate");
        assertThat(fields.missing(inquiry("mail", given))).containsExactly("wantedDate", "budget");
    }

    @Test
    void inAFileAConditionNamesItsVariables() {
        String rules = """
            rules:
              - key: desk.when
                clause: "1.1"
                effect: refuse
                requirements: [INT-05]
                parameters:
                  when: {type: condition, variables: {amount: money}, default: amount > 3}
            """;
        var declared = Rule.of("desk.when", IntakeRules.MajorProject.class);

        assertThat(RulebookFixture.read(List.of(declared), RulebookFixture.REGULATION + rules)
                        .versions())
                .singleElement()
                .satisfies(version -> assertThat(version.parameters()).hasToString("MajorProject[when=amount > 3]"));
        for (String[] wrong : new String[][] {
            {"amount: money", "amount: gold", "unknown type"},
            {"variables: {amount: money}, ", "", "a condition has \"variables\""},
            {"amount > 3", "price > 3", "default: is wrong at line 1, column 1"},
            {"amount > 3", "'amount > '", "default: cannot be read"}
        })
            assertThat(catchThrowableOfType(
                                    RulebookInvalid.class,
                                    () -> RulebookFixture.read(
                                            List.of(declared),
                                            RulebookFixture.REGULATION + rules.replace(wrong[0], wrong[1])))
                            .faults())
                    .anySatisfy(fault -> {
                        assertThat(fault.file()).isEqualTo("file-1.yaml");
                        assertThat(fault.key()).startsWith("desk.when");
                        assertThat(fault.reason()).contains(wrong[2]);
                    });
    }

    private static String nested(String start, String step, String end) {
        return "[" + start + "].exists(x, " + ("[" + step + "].exists(x, ").repeat(8) + end + ")".repeat(9);
    }

    private static Facts inquiry(String channel, List<String> given) {
        return Facts.of(Map.of("channel", channel, "profile", "trade", "unit", "T1", "given", given));
    }

    private static JsonNode yaml(String text) {
        try {
            return new YAMLMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
