package io.gendan.intake.order;

import java.util.Map;

import io.gendan.core.act.Act;
import io.gendan.intake.rota.Turn;
import io.gendan.rulebook.IntakeRules;
import io.gendan.rulebook.PeopleRules;

/** By whom, and at which time of day, the orders of a unit with a rota are handed in (ORG-08, INT-21). */
final class HandingIn {
    private HandingIn() {}

    static void requireTurn(Order order, Turn turn, Act act) {
        act.require(
                turn.username() == null ? PeopleRules.SOMEBODY_ON : PeopleRules.TURN_TO_HAND_IN,
                act.rule(PeopleRules.HAND_IN_MODE, order.scope()),
                order,
                Map.of("by", act.by(), "unit", order.unit(), "day", turn.day(), "turn", turn.people()));
        var hours = act.rule(IntakeRules.HAND_IN_WINDOW, order.scope());
        if (hours.parameters().isOpen(turn.time())) return;
        var inputs = Map.of("unit", order.unit(), "window", hours.parameters().window(), "time", turn.time());
        act.require(IntakeRules.LET_IN_OUTSIDE, act.rule(IntakeRules.HAND_IN_EFFECT, order.scope()), order, inputs);
        act.find(IntakeRules.HANDED_IN_OUTSIDE, hours, order, inputs);
    }
}
