package io.gendan.intake.order;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.gendan.core.act.Act;
import io.gendan.core.security.Roles;
import io.gendan.events.Money;
import io.gendan.rulebook.IntakeRules;
import io.gendan.rulebook.IntakeRules.Complexity;
import io.gendan.rulebook.RegisterRules;
import io.gendan.rulebook.Scope;

/** The rules on who may take which order (INT-17, INT-18, INT-19). */
final class OrderTaking {
    private OrderTaking() {}

    /** Whoever takes orders has read the rules that concern him, where the company insists on it (SUP-17). */
    static void requireRead(Order order, Supplier<List<String>> unread, Act act) {
        var rule = act.rule(RegisterRules.UNREAD_BLOCKS, order.scope());
        if (!rule.parameters().blocks()) return;
        act.require(RegisterRules.READ, rule, order, Map.of("by", act.by(), "unread", unread.get()));
    }

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
        requireNoMajorProject(order, complexity, act);
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

    /** What the company calls a major project needs approval whatever its amount (INT-18). */
    private static void requireNoMajorProject(Order order, Complexity complexity, Act act) {
        var rule = act.rule(IntakeRules.MAJOR_PROJECT, order.scope());
        if (rule.parameters().when() == null) return;
        Money total = order.total();
        act.require(
                IntakeRules.NO_MAJOR_PROJECT,
                rule,
                order,
                Map.of(
                        "amount", total.amount(),
                        "currency", total.currency(),
                        "complexity", complexity.name(),
                        "productClasses", order.productClasses(),
                        "profile", order.scope().profile(),
                        "unit", order.unit()));
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
