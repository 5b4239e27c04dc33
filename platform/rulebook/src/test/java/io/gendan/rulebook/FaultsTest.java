package io.gendan.rulebook;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.gendan.rulebook.RulebookFixture.ANSWER;
import static io.gendan.rulebook.RulebookFixture.ANSWER_RULE;
import static io.gendan.rulebook.RulebookFixture.REGULATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

class FaultsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            clause: "1.1"                 | clause: "9.9"                   | desk.answer       | unknown clause 900 §9.9
            clause: "1.1"                 | clause: "901 §1.1"              | desk.answer       | unknown clause 901 §1.1
            clause: "1.1"                 | clause: 1.1                     | desk.answer       | "clause" must stand in quotes
            effect: set-deadline          | effect: set-alarm               | desk.answer       | unknown effect "set-alarm"
            requirements: [INT-05]        | requirements: [INT-99]          | desk.answer       | unknown requirement INT-99
            requirements: [INT-05]        | requirements: []                | desk.answer       | "requirements" is missing
            type: duration                | type: shoesize                  | desk.answer.limit | unknown type "shoesize"
            type: duration                | type: percent                   | desk.answer.limit | default: "2 wh" is not a number
            type: duration, default: 2 wh | type: text, default: a          | desk.answer       | declared as text, the code reads io.gendan.rulebook.WorkingTime
            2 wh                          | 2 weeks                         | desk.answer.limit | "weeks" is no unit of time
            2 wh                          | -2 wh                           | desk.answer.limit | is no length of time
            type: duration                | type: duration, unit: wh        | desk.answer.limit | has no "unit" of its own
            type: duration, default: 2 wh | type: integer, default: 2       | desk.answer.limit | "unit" is missing
            type: duration, default: 2 wh | type: integer, unit: kg, default: 2 | desk.answer.limit | unknown unit "kg"
            type: duration, default: 2 wh | type: duration                  | desk.answer.limit | the default is missing
            limit: {                      | limits: {                       | desk.answer       | parameter "limit", which Limit reads, is not declared
            limit: {                      | limits: {                       | desk.answer       | parameter "limits" is declared, but Limit does not read it
            default: 2 wh                 | default: 2 wh, profiles: {moon: 3 wh}     | desk.answer.limit | unknown profile "moon"
            default: 2 wh                 | default: 2 wh, profiles: {trade: 3}       | desk.answer.limit | profiles: 3 is not a text
            default: 2 wh                 | default: 2 wh, units: {D1: 3 zz}          | desk.answer.limit | units: "zz" is no unit of time
            default: 2 wh                 | default: 2 wh, min: 1                     | desk.answer.limit | unknown name "min"
            clause: "1.1"                 | paragraph: "1.1"                          | desk.answer       | unknown name "paragraph"
            clause: "1.1"                 | {clause: "1.1"                            | line              | not readable as YAML
            key: desk.answer              | key: Desk answer                          | Desk answer       | is no key
            key: desk.answer              | key: desk.nap                             | desk.answer       | the code reads this rule, but no file holds it
            key: desk.answer              | key: desk.nap                             | desk.nap          | nothing reads this rule
            """)
    void eachFaultNamesFileKeyAndReason(String right, String wrong, String key, String reason) {
        String rules = ANSWER_RULE.replace(right, wrong);
        assertThat(rules).as("the test changes something").isNotEqualTo(ANSWER_RULE);

        assertThat(faults(rules)).anySatisfy(fault -> {
            assertThat(fault.file()).contains("file-1.yaml");
            assertThat(fault.key()).startsWith(key);
            assertThat(fault.reason()).contains(reason);
        });
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        String rules = ANSWER_RULE
                .replace("\"1.1\"", "\"9.9\"")
                .replace("INT-05", "INT-99")
                .replace("set-deadline", "set-alarm")
                .replace("2 wh", "2 weeks");

        var thrown = catchThrowableOfType(RulebookInvalid.class, () -> RulebookFixture.rulebook(rules));

        assertThat(thrown.faults()).hasSize(4);
        assertThat(thrown).hasMessageContainingAll("4 faults", "file-1.yaml: desk.answer: unknown clause 900 §9.9");
    }

    @Test
    void aKeyMayStandInOneVersionOnlyOnce() {
        String again = ANSWER_RULE.replace("rules:\n", "");

        assertThat(faults(ANSWER_RULE + again))
                .extracting(RulebookInvalid.Fault::reason)
                .contains("version 1 stands there twice");
    }

    @Test
    void aLaterVersionTakesEffectLater() {
        String again = ANSWER_RULE.replace("rules:\n", "").replace("    clause", "    version: 2\n    clause");

        assertThat(faults(ANSWER_RULE + again))
                .extracting(RulebookInvalid.Fault::reason)
                .contains("versions 1 and 2 do not take effect in turn");
    }

    @Test
    void aNameMayNotStandTwiceInOnePlace() {
        assertThat(faults(ANSWER_RULE.replace("    effect", "    clause: \"1.1\"\n    effect")))
                .extracting(RulebookInvalid.Fault::reason)
                .anySatisfy(reason -> assertThat(reason).contains("Duplicate"));
    }

    @Test
    void aRegulationStandsInOneFileAndItsClausesOnce() {
        var thrown = catchThrowableOfType(
                RulebookInvalid.class,
                () -> RulebookFixture.read(List.of(ANSWER), REGULATION + ANSWER_RULE, REGULATION));

        assertThat(thrown.faults())
                .extracting(RulebookInvalid.Fault::file, RulebookInvalid.Fault::key)
                .containsExactlyInAnyOrder(tuple("file-2.yaml", "regulation"), tuple("file-2.yaml", "§1.1"));
    }

    @Test
    void aClauseNeedsBothLanguages() {
        var thrown = catchThrowableOfType(
                RulebookInvalid.class,
                () -> RulebookFixture.read(
                        List.of(ANSWER), REGULATION.replace(", en: Answer in time.", "") + ANSWER_RULE));

        assertThat(thrown.faults()).contains(new RulebookInvalid.Fault("file-1.yaml", "§1.1", "\"en\" is missing"));
    }

    @Test
    void whatNothingReadsIsListedWithAReason() {
        String notRead = """
              - key: desk.nap
                clause: "1.1"
                effect: mark
                requirements: [INT-05]
                parameters:
                  after: {type: duration, default: 2 wh}
            not-read-yet:
              - reason: naps are not built yet
                keys: [desk.nap]
            """;

        assertThat(RulebookFixture.rulebook(ANSWER_RULE + notRead).versions()).hasSize(2);
        assertThat(faults(ANSWER_RULE + notRead.replace("    keys", "    key"))).isNotEmpty();
        assertThat(faults(ANSWER_RULE + notRead.replace("reason: naps", "because: naps")))
                .isNotEmpty();
        assertThat(faults(ANSWER_RULE + notRead.replace("[desk.nap]", "[desk.nap, desk.answer, desk.gone]")))
                .extracting(RulebookInvalid.Fault::key, RulebookInvalid.Fault::reason)
                .containsExactlyInAnyOrder(
                        tuple("desk.answer", "is listed as not read yet, but the code reads it"),
                        tuple("desk.gone", "is listed as not read yet, but no rule has this key"));
    }

    public record Weights(List<Weight> weights) {
        public record Weight(String role, BigDecimal weight) {}

        public Weights {
            BigDecimal sum = weights.stream().map(Weight::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
            Check.require(sum.intValue() == 100, "weights", "weights-not-hundred", "everybody", sum);
        }
    }

    @Test
    void whatTheParameterRecordRefusesIsAFault() {
        assertThat(weights("{role: SALES, weight: 60}, {role: HEAD, weight: 30}"))
                .containsExactly("default: \"weights\" give everybody weights that sum to 90, not 100");
    }

    @Test
    void rowsOfATableAreCheckedCellByCell() {
        assertThat(weights("{role: BOSS, weight: 100}")).containsExactly("default: \"BOSS\" is no known role");
        assertThat(weights("{role: SALES}")).containsExactly("default: row {\"role\":\"SALES\"} lacks \"weight\"");
        assertThat(weights("{role: SALES, weight: 100, note: a}"))
                .singleElement()
                .asString()
                .contains("no column");
        assertThat(weights("{role: SALES, weight: -1}")).containsExactly("default: -1 is not a number of at least 0");
        assertThat(weights("SALES")).singleElement().asString().contains("not a row of named values");
    }

    @Test
    void choicesAreThoseThatTheCodeKnows() {
        var declared = Rule.of("desk.complexity", IntakeRules.OrderAuthority.class);
        String rules = """
            rules:
              - key: desk.complexity
                clause: "1.1"
                effect: refuse
                requirements: [INT-05]
                parameters:
                  amount: {type: money, default: 10}
                  complexity: {type: choice, many: true, values: [simple, complex], default: [simple]}
            """;

        assertThat(RulebookFixture.read(List.of(declared), REGULATION + rules).versions())
                .extracting(RuleVersion::parameters)
                .asString()
                .contains("SIMPLE");
        assertThat(reasons(declared, rules.replace("[simple, complex]", "[simple, hard]")))
                .containsExactly("parameter \"complexity\" offers [simple, hard], the code knows [simple, complex]");
        assertThat(reasons(declared, rules.replace("default: [simple]", "default: [easy]")))
                .containsExactly("default: \"easy\" is none of [simple, complex]");
        assertThat(reasons(declared, rules.replace("default: [simple]", "default: [simple, simple]")))
                .singleElement()
                .asString()
                .contains("names something twice");
        assertThat(reasons(declared, rules.replace("many: true, ", "").replace("[simple]", "simple")))
                .singleElement()
                .asString()
                .contains("the code reads java.util.Set");
        assertThat(reasons(declared, rules.replace("default: 10", "default: 0")))
                .containsExactly("default: \"amount\" is not above 0");
    }

    private static List<String> weights(String rows) {
        return reasons(Rule.of("desk.weights", Weights.class), """
            rules:
              - key: desk.weights
                clause: "1.1"
                effect: compute
                requirements: [PER-16]
                parameters:
                  weights:
                    type: table
                    columns: {role: {type: role}, weight: {type: percent}}
                    default: [%s]
            """.formatted(rows));
    }

    private static List<String> reasons(Rule<?> declared, String rules) {
        return catchThrowableOfType(
                        RulebookInvalid.class, () -> RulebookFixture.read(List.of(declared), REGULATION + rules))
                .faults()
                .stream()
                .map(RulebookInvalid.Fault::reason)
                .toList();
    }

    private static List<RulebookInvalid.Fault> faults(String rules) {
        return catchThrowableOfType(RulebookInvalid.class, () -> RulebookFixture.rulebook(rules))
                .faults();
    }
}
