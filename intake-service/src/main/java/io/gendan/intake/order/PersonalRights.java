package io.gendan.intake.order;

import java.util.Map;

import io.gendan.core.act.Act;
import io.gendan.rulebook.IntakeRules;
import io.gendan.rulebook.PeopleRules;
import io.gendan.staff.OrderTaker;

/** What an order taker must bring along himself, beside the authority of his level (INT-17, PER-55). */
final class PersonalRights {
    private PersonalRights() {}

    /** Before his induction training is on record nobody takes an order, within authority or with approval. */
    static void requireInduction(Order order, OrderTaker taker, Act act) {
        act.require(
                PeopleRules.INDUCTED,
                act.rule(PeopleRules.INDUCTION, order.scope()),
                order,
                Map.of("by", taker.username(), "inducted", taker.inducted()));
    }

    static void requireWithinOwnLimit(Order order, OrderTaker taker, Act act) {
        var rule = IntakeRules.authorityOfSales(taker.level());
        if (taker.personalLimit() == null || rule.isEmpty()) return;
        act.require(
                PeopleRules.WITHIN_PERSONAL_LIMIT,
                act.rule(rule.get(), order.scope()),
                order,
                Map.of(
                        "by", taker.username(),
                        "amount", order.total().amount(),
                        "personalLimit", taker.personalLimit()));
    }
}
