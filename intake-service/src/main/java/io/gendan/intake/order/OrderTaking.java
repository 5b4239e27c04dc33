package io.gendan.intake.order;

import java.util.Map;

import io.gendan.core.act.Act;
import io.gendan.core.security.Roles;
import io.gendan.events.Money;
import io.gendan.rulebook.IntakeRules;
import io.gendan.rulebook.IntakeRules.Complexity;
import io.gendan.rulebook.Scope;

/** The rules on who may take which order (INT-17, INT-18, INT-19). */
final class OrderTaking {
    private OrderTaking() {}

    /** The order taker confirms by himself what is within his level's authority; customer service does not confirm. */
    static void requireAuthority(Order order, String level, Act act) {
        if (act.is(Roles.CS) && !act.is(Roles.SALES)) {
            act.require(
                    IntakeRules.MAY_CONFIRM,
                    act.rule(IntakeRules.CS_MAY_CONFIRM, order.scope()),
                    order,
                    Map.of("by", act.by()));
        }
        Money total = order.total();
        Complexity complexity = complexity(order, act);
        var rule = IntakeRules.authorityOfSales(level);
        var authority = act.rule(rule.orElse(IntakeRules.AUTHORITY_SALES_L1), order.scope());
        act.require(
                IntakeRules.WITHIN_AUTHORITY,
                authority,
                order,
                Map.of(
                        "by", act.by(),
                        "level", level == null ? "none" : level,
                        "authorized", rule.isPresent(),
                        "amount", total.amount(),
                        "limit", authority.parameters().amount(),
                        "complexity", complexity.name()));
    }

    /** Supervisor, beyond his limit the head, beyond his the leader; and never the order taker himself. */
    static void requireApprover(Order order, Act act) {
        Scope scope = order.scope();
        act.require(
                IntakeRules.NOT_BY_ORDER_TAKER,
                act.rule(IntakeRules.ORDER_SEPARATION, scope),
                order,
                Map.of("orderTaker", order.orderTaker(), "approver", act.by()));
        var limit = act.rule(act.is(Roles.HEAD) ? IntakeRules.AUTHORITY_HEAD : IntakeRules.AUTHORITY_SUPERVISOR, scope);
        act.require(
                IntakeRules.WITHIN_APPROVAL_LIMIT,
                limit,
                order,
                Map.of(
                        "approver", act.by(),
                        "unlimited", act.is(Roles.LEAD),
                        "approves", act.is(Roles.HEAD) || act.is(Roles.SUPV),
                        "amount", order.total().amount(),
                        "limit", limit.parameters().amount()));
    }

    private static Complexity complexity(Order order, Act act) {
        return act.rule(IntakeRules.COMPLEXITY, order.scope())
                .parameters()
                .of(order.total().amount(), order.productClasses());
    }
}
