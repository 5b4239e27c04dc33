package io.gendan.intake.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import io.gendan.core.act.Act;
import io.gendan.core.approval.Apart;
import io.gendan.core.approval.Approver;
import io.gendan.core.approval.Decider;
import io.gendan.core.approval.PlannedStep;
import io.gendan.core.approval.Quorum;
import io.gendan.core.approval.Submission;
import io.gendan.core.security.Roles;
import io.gendan.core.store.RecordRef;
import io.gendan.events.Money;
import io.gendan.rulebook.IntakeRules;
import io.gendan.rulebook.IntakeRules.Complexity;
import io.gendan.rulebook.RegisterRules;
import io.gendan.rulebook.Scope;
import io.gendan.staff.OrderTaker;

/** The rules on who may take which order (INT-17, INT-18, INT-19). */
final class OrderTaking {
    private static final String ORDER_TAKER = "order-taker";
    private static final String APPROVER = "approver";

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

    /** Asks the nearest superior whose authority covers it: the supervisor, beyond his limit the head, beyond his the leader. */
    static Submission submission(Order order, Act act) {
        Scope scope = order.scope();
        var amount = order.total().amount();
        var supervisor = act.rule(IntakeRules.AUTHORITY_SUPERVISOR, scope).parameters();
        var head = act.rule(IntakeRules.AUTHORITY_HEAD, scope).parameters();
        var roles = new TreeSet<>(Set.of(head.above()));
        if (head.covers(amount)) roles.add(supervisor.above());
        if (supervisor.covers(amount)) roles.add(Roles.SUPV);
        return new Submission(
                new RecordRef(order.recordType(), order.id(), order.number()),
                scope,
                order.checksum(),
                order.authors(),
                new Apart(
                        ORDER_TAKER,
                        act.rule(IntakeRules.ORDER_SEPARATION, scope)
                                .parameters()
                                .parts()),
                List.of(new PlannedStep(
                        "superior",
                        APPROVER,
                        List.of(new Approver.Superior(order.orderTaker(), roles)),
                        Quorum.ANY,
                        IntakeRules.ORDER_APPROVAL_LIMIT)));
    }

    /** Never the order taker himself. */
    static void requireNotByOrderTaker(Order order, Decider decider, Act act) {
        for (String person : decider.people())
            act.require(
                    IntakeRules.NOT_BY_ORDER_TAKER,
                    act.rule(IntakeRules.ORDER_SEPARATION, order.scope()),
                    order,
                    Map.of("orderTaker", order.orderTaker(), APPROVER, person));
    }

    /** Nobody beyond his own limit. */
    static void requireWithinLimit(Order order, Decider decider, Act act) {
        Scope scope = order.scope();
        boolean isHead = decider.roles().contains(Roles.HEAD);
        var limit = act.rule(isHead ? IntakeRules.AUTHORITY_HEAD : IntakeRules.AUTHORITY_SUPERVISOR, scope);
        act.require(
                IntakeRules.WITHIN_APPROVAL_LIMIT,
                limit,
                order,
                Map.of(
                        APPROVER,
                        decider.owner(),
                        "unlimited",
                        decider.roles().contains(Roles.LEAD),
                        "approves",
                        isHead || decider.roles().contains(Roles.SUPV),
                        "amount",
                        order.total().amount(),
                        "limit",
                        limit.parameters().amount()));
    }

    /** Nobody takes over an order that he approved himself; one that nobody had to approve has no such part. */
    static void requireTakenApart(Order order, String approver, OrderTaker successor, Act act) {
        if (approver == null) return;
        act.require(
                IntakeRules.NOT_BY_ORDER_TAKER,
                act.rule(IntakeRules.ORDER_SEPARATION, order.scope()),
                order,
                Map.of("orderTaker", successor.username(), APPROVER, approver));
    }

    /** Whether an order that keeps to the authority exceeds it together with what was taken before. */
    static Optional<OrderView.Split> splitOff(Order order, BigDecimal before, String level, Act act) {
        var rule = IntakeRules.authorityOfSales(level);
        if (rule.isEmpty() || before.signum() == 0) return Optional.empty();
        BigDecimal authority = act.rule(rule.get(), order.scope()).parameters().amount();
        BigDecimal amount = order.total().amount();
        BigDecimal together = before.add(amount);
        var split = act.rule(IntakeRules.SPLIT_ORDERS, order.scope());
        if (amount.compareTo(authority) > 0 || !split.parameters().looksSplit(together, authority))
            return Optional.empty();
        act.find(
                IntakeRules.LOOKS_SPLIT,
                split,
                order,
                Map.of("amount", amount, "together", together, "authority", authority, "by", order.orderTaker()));
        String currency = order.total().currency();
        return Optional.of(new OrderView.Split(new Money(together, currency), new Money(authority, currency)));
    }

    private static Complexity complexity(Order order, Act act) {
        return act.rule(IntakeRules.COMPLEXITY, order.scope())
                .parameters()
                .of(order.total().amount(), order.productClasses());
    }
}
