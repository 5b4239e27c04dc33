package io.gendan.rulebook;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static io.gendan.rulebook.RulebookFixture.ANSWER;
import static io.gendan.rulebook.RulebookFixture.at;
import static io.gendan.rulebook.RulebookFixture.rulebook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ResolutionTest {

    private static final Instant NOON = at("2026-06-01T12:00+08:00");

    private static final String EXCEPTIONS = """
            rules:
              - key: desk.answer
                clause: "1.1"
                effect: set-deadline
                requirements: [INT-05]
                parameters:
                  limit: {type: duration, default: 2 wh, profiles: {furniture: 4 wh}, units: {D1: 6 wh}}
            """;

    @Test
    void theProfileComesBeforeTheUnitAndTheUnitBeforeTheCompany() {
        Rulebook rulebook = rulebook(EXCEPTIONS);

        assertThat(limit(rulebook, Scope.of("furniture", "D1"), NOON)).isEqualTo("4 wh");
        assertThat(limit(rulebook, Scope.of("trade", "D1"), NOON)).isEqualTo("6 wh");
        assertThat(limit(rulebook, Scope.of(null, "D1"), NOON)).isEqualTo("6 wh");
        assertThat(limit(rulebook, Scope.of("trade", "D2"), NOON)).isEqualTo("2 wh");
        assertThat(limit(rulebook, Scope.COMPANY, NOON)).isEqualTo("2 wh");
    }

    @Test
    void theTimeOfTheActDecidesWhichVersionGoverns() {
        Rulebook rulebook = rulebook(RulebookFixture.ANSWER_RULE + """
              - key: desk.answer
                version: 2
                effectiveFrom: 2026-06-01T10:00+08:00
                clause: "1.1"
                effect: set-deadline
                requirements: [INT-05]
                parameters:
                  limit: {type: duration, default: 1 wh}
            """);

        assertThat(limit(rulebook, Scope.COMPANY, at("2026-06-01T09:59:59.999+08:00")))
                .isEqualTo("2 wh");
        assertThat(limit(rulebook, Scope.COMPANY, at("2026-06-01T10:00+08:00"))).isEqualTo("1 wh");
        assertThat(rulebook.inForce(ANSWER, Scope.COMPANY, NOON).version()).isEqualTo(2);
    }

    @Test
    void aNewVersionWithoutExceptionEndsTheExceptionsBefore() {
        Rulebook rulebook = rulebook(EXCEPTIONS + """
              - key: desk.answer
                version: 2
                effectiveFrom: 2026-07-01
                clause: "1.1"
                effect: set-deadline
                requirements: [INT-05]
                parameters:
                  limit: {type: duration, default: 1 wh}
              - key: desk.answer
                version: 3
                effectiveFrom: 2026-08-01
                clause: "1.1"
                effect: set-deadline
                requirements: [INT-05]
                parameters:
                  limit: {type: duration, default: 3 wh, profiles: {trade: 5 wh}}
            """);

        assertThat(limit(rulebook, Scope.of("furniture", null), at("2026-06-30T23:59+08:00")))
                .isEqualTo("4 wh");
        assertThat(limit(rulebook, Scope.of("furniture", null), at("2026-07-01T00:00+08:00")))
                .isEqualTo("1 wh");
        assertThat(limit(rulebook, Scope.of("trade", null), at("2026-07-01T00:00+08:00")))
                .isEqualTo("1 wh");
        assertThat(limit(rulebook, Scope.of("trade", null), at("2026-08-01T00:00+08:00")))
                .isEqualTo("5 wh");
    }

    @Test
    void theOrderOfVersionsInTheFileDoesNotMatter() {
        Rulebook rulebook = rulebook("""
            rules:
              - key: desk.answer
                version: 2
                effectiveFrom: 2026-07-01
                clause: "1.1"
                effect: set-deadline
                requirements: [INT-05]
                parameters:
                  limit: {type: duration, default: 1 wh}
              - key: desk.answer
                clause: "1.1"
                effect: set-deadline
                requirements: [INT-05]
                parameters:
                  limit: {type: duration, default: 2 wh}
            """);

        assertThat(limit(rulebook, Scope.COMPANY, NOON)).isEqualTo("2 wh");
    }

    @Test
    void anActBeforeTheFirstVersionHasNoRule() {
        Rulebook rulebook = rulebook(RulebookFixture.ANSWER_RULE);
        Instant tooEarly = at("2025-12-31T23:59:59+08:00");

        assertThatThrownBy(() -> rulebook.inForce(ANSWER, Scope.COMPANY, tooEarly))
                .isInstanceOf(RuleNotInForce.class)
                .hasMessageContaining("desk.answer");
    }

    @Test
    void aRuleThatTheRulebookDoesNotHoldIsAMistakeInTheCode() {
        Rulebook rulebook = rulebook(RulebookFixture.ANSWER_RULE);

        assertThatThrownBy(() -> rulebook.inForce(Rule.of("desk.nap", Limit.class), Scope.COMPANY, NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rulebook.inForce(Rule.of("desk.answer", Interval.class), Scope.COMPANY, NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String limit(Rulebook rulebook, Scope scope, Instant at) {
        return rulebook.inForce(ANSWER, scope, at).parameters().limit().toString();
    }
}
