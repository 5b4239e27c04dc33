package io.gendan.intake.order;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.events.Money;
import io.gendan.intake.quotation.Quotations;
import io.gendan.intake.rota.Turn;
import io.gendan.rulebook.Amendment;
import io.gendan.rulebook.IntakeRules;
import io.gendan.rulebook.Outcome;
import io.gendan.rulebook.PeopleRules;
import io.gendan.rulebook.Rulebook;
import io.gendan.rulebook.Ruling;
import io.gendan.rulebook.Scope;
import io.gendan.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.gendan.intake.order.OrderFixture.NOON;
import static io.gendan.intake.order.OrderFixture.RULES;
import static io.gendan.intake.order.OrderFixture.TAKER;
import static io.gendan.intake.order.OrderFixture.draft;
import static io.gendan.intake.order.OrderFixture.quotation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

/** Orders of a unit with a rota; what a shop's window is stands in the rule for furniture. */
@Requirement("ORG-08")
class HandingInTest {
    private static final String WINDOW = IntakeRules.HAND_IN_WINDOW.key();
    private static final String EFFECT = IntakeRules.HAND_IN_EFFECT.key();
    private static final String PERSON = PeopleRules.HAND_IN_MODE.key();

    private final Order retail = draft(of("furniture"));
    private final Act act = act(RULES);

    @Test
    void whoIsOnHandsInWithinTheWindow() {
        HandingIn.requireTurn(retail, turn(TAKER, "17:00"), act);

        assertThat(act.takeRulings())
                .extracting(Ruling::rule, Ruling::outcome)
                .containsExactly(tuple(PERSON, Outcome.ALLOWED));
    }

    @Test
    void anotherIsRefusedByTheClauseWhateverTheHour() {
        for (String time : List.of("17:30", "09:00")) {
            var refusal = catchThrowableOfType(
                    Problem.RuleBroken.class, () -> HandingIn.requireTurn(retail, turn("qian.hui", time), act));

            assertThat(refusal.code()).isEqualTo("not-ones-turn-to-hand-in");
            assertThat(refusal.clause().citation()).isEqualTo("004-R21 §1");
            assertThat(refusal.ruling().inputs())
                    .containsEntry("by", TAKER)
                    .containsEntry("turn", List.of("qian.hui"))
                    .containsEntry("day", "2026-11-20");
        }
    }

    @Test
    void whereNobodyIsOnNobodyHandsIn() {
        assertThatThrownBy(() -> HandingIn.requireTurn(retail, turn(null, "17:30"), act))
                .isInstanceOfSatisfying(Problem.RuleBroken.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("nobody-on-to-hand-in"));
    }

    @ParameterizedTest
    @CsvSource({"16:59:59", "18:00"})
    void outsideTheWindowItIsMarked(String time) {
        HandingIn.requireTurn(retail, turn(TAKER, time), act);

        assertThat(act.takeRulings())
                .extracting(Ruling::rule, Ruling::outcome)
                .containsExactly(
                        tuple(PERSON, Outcome.ALLOWED), tuple(EFFECT, Outcome.ALLOWED), tuple(WINDOW, Outcome.MARKED));
    }

    @ParameterizedTest
    @CsvSource({"16:59:59", "18:00"})
    void outsideTheWindowItIsRefusedWhereTheRuleSaysSo(String time) {
        Act strict = act(RULES.amended(List.of(refusing("furniture"))));

        var refusal = catchThrowableOfType(
                Problem.RuleBroken.class, () -> HandingIn.requireTurn(retail, turn(TAKER, time), strict));

        assertThat(refusal.code()).isEqualTo("hand-in-outside-window");
        assertThat(refusal.ruling().rule()).isEqualTo(EFFECT);
        assertThat(refusal.clause().citation()).isEqualTo("004-R21 §1");
        assertThat(refusal.ruling().inputs()).containsEntry("window", "17:00–18:00");
        HandingIn.requireTurn(retail, turn(TAKER, "17:59:59"), strict);
    }

    @Test
    void aProfileWithoutAWindowTakesOrdersAllDay() {
        Act strict = act(RULES.amended(List.of(refusing("general"))));

        HandingIn.requireTurn(draft(quotation("1000")), turn(TAKER, "03:00"), strict);

        assertThat(strict.takeRulings()).extracting(Ruling::rule).containsExactly(PERSON);
    }

    private static Turn turn(String username, String time) {
        return new Turn(LocalDate.of(2026, 11, 20), LocalTime.parse(time), username);
    }

    private static Act act(Rulebook rules) {
        return new Act(TAKER, Set.of("GUIDE"), NOON, rules);
    }

    private static Amendment refusing(String profile) {
        return new Amendment(
                EFFECT,
                2,
                Scope.of(profile, null),
                JsonNodeFactory.instance.objectNode().put("effect", "refuse"),
                Instant.EPOCH);
    }

    private static Quotations.ForOrder of(String profile) {
        var general = quotation("1000");
        return new Quotations.ForOrder(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                profile,
                "shop-one",
                general.lines(),
                Money.cny("1000"));
    }
}
