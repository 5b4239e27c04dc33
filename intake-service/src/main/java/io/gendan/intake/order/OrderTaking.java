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
            var customerService = act.rule(IntakeRules.CS_MAY_CONFIRM, order.scope());
            act.require(
                    customerService.parameters().mayConfirm(),
                    customerService,
                    "customer-service-cannot-confirm",
                    order,
                    Map.of("by", act.by()));
        }
        Money total = order.total();
        Complexity complexity = complexity(order, act);
        var rule = IntakeRules.authorityOfSales(level);
        var authority = act.rule(rule.orElse(IntakeRules.AUTHORITY_SALES_L1), order.scope());
        act.require(
                rule.isPresent() && authority.parameters().covers(total.amount(), complexity),
                authority,
                "order-beyond-authority",
                order,
                Map.of(
                        "by", act.by(),
                        "level", level == null ? "none" : level,
                        "amount", total.amount(),
                        "limit", authority.parameters().amount(),
                        "complexity", complexity.name()));
    }

    /** Supervisor, beyond his limit the head, beyond his the leader; and never the order taker himself. */
    static void requireApprover(Order order, Act act) {
        Scope scope = order.scope();
        var separation = act.rule(IntakeRules.ORDER_SEPARATION, scope);
        act.require(
                !order.orderTaker().equals(act.by()),
                separation,
                "order-taker-cannot-approve",
                order,
                Map.of("orderTaker", order.orderTaker(), "approver", act.by()));
        var supervisor = act.rule(IntakeRules.AUTHORITY_SUPERVISOR, scope);
        var head = act.rule(IntakeRules.AUTHORITY_HEAD, scope);
        var amount = order.total().amount();
        boolean asHead = act.is(Roles.HEAD);
        var limit = asHead ? head : supervisor;
        act.require(
                act.is(Roles.LEAD)
                        || (asHead && head.parameters().covers(amount))
                        || (act.is(Roles.SUPV) && supervisor.parameters().covers(amount)),
                limit,
                "order-beyond-approval-limit",
                order,
                Map.of(
                        "approver",
                        act.by(),
                        "amount",
                        amount,
                        "limit",
                        limit.parameters().amount()));
    }

    private static Complexity complexity(Order order, Act act) {
        return act.rule(IntakeRules.COMPLEXITY, order.scope())
                .parameters()
                .of(order.total().amount(), order.productClasses());
    }
}
