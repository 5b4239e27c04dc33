package io.gendan.rulebook;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rules on inquiries and on the taking and releasing of orders. */
public final class IntakeRules {

    /** Channels on which an inquiry may arrive. */
    public static final Rule<Choices> CHANNELS = Rule.of("intake.channels", Choices.class);

    /** Fields without which an inquiry is incomplete. */
    public static final Rule<Completeness> COMPLETENESS = Rule.of("intake.completeness", Completeness.class);

    public static final Rule<Limit> FIRST_RESPONSE = Rule.of("intake.first-response", Limit.class);

    public static final Rule<ComplexityRule> COMPLEXITY = Rule.of("intake.complexity", ComplexityRule.class);

    public static final Rule<OrderAuthority> AUTHORITY_SALES_L1 =
            Rule.of("intake.authority.sales.L1", OrderAuthority.class);
    public static final Rule<OrderAuthority> AUTHORITY_SALES_L2 =
            Rule.of("intake.authority.sales.L2", OrderAuthority.class);
    public static final Rule<ApprovalLimit> AUTHORITY_SUPERVISOR =
            Rule.of("intake.authority.supervisor", ApprovalLimit.class);
    public static final Rule<ApprovalLimit> AUTHORITY_HEAD = Rule.of("intake.authority.head", ApprovalLimit.class);

    /** Orders that need approval whatever their amount. */
    public static final Rule<MajorProject> MAJOR_PROJECT = Rule.of("intake.major-project", MajorProject.class);

    /** The approver of an order is not its order taker. */
    public static final Rule<Separation> ORDER_SEPARATION = Rule.of("intake.approval.separation", Separation.class);

    /** How long the superior who is asked may take. */
    public static final Rule<Limit> ORDER_APPROVAL_LIMIT = Rule.of("intake.approval.limit", Limit.class);

    /** When several orders of one customer are looked at as one that was split. */
    public static final Rule<SplitOrders> SPLIT_ORDERS = Rule.of("intake.authority.split", SplitOrders.class);

    public static final Rule<CustomerService> CS_MAY_CONFIRM = Rule.of("intake.cs.may-confirm", CustomerService.class);

    /** Items of the merchandiser's first check of an order handed over. */
    public static final Rule<Checklist> CHECKLIST = Rule.of("intake.first-check", Checklist.class);

    /** Criteria of the order review. */
    public static final Rule<Checklist> REVIEW_CRITERIA = Rule.of("intake.order-review.criteria", Checklist.class);

    /** Release of an order is all or nothing. */
    public static final Rule<ReleaseGate> RELEASE_GATE = Rule.of("intake.release", ReleaseGate.class);

    /** Whether an order waits for its contract before it is released. */
    public static final Rule<ContractGate> CONTRACT_GATE = Rule.of("intake.release.contract", ContractGate.class);

    /** Who is told at once that an order was released. */
    public static final Rule<Informed> RELEASE_INFORMED = Rule.of("intake.release.informed", Informed.class);

    /** At which time of day orders are handed in. */
    public static final Rule<HandInWindow> HAND_IN_WINDOW = Rule.of("intake.window.hand-in", HandInWindow.class);

    /** What becomes of an order handed in at another time. */
    public static final Rule<HandInEffect> HAND_IN_EFFECT = Rule.of("intake.window.hand-in.effect", HandInEffect.class);

    public static final Rule<LeadTime> LEAD_TIME_PANEL = Rule.of("intake.lead-time.panel", LeadTime.class);
    public static final Rule<LeadTime> LEAD_TIME_SOLID_WOOD = Rule.of("intake.lead-time.solid-wood", LeadTime.class);
    public static final Rule<LeadTimeUnit> LEAD_TIME_UNIT = Rule.of("intake.lead-time.unit", LeadTimeUnit.class);

    public static final Condition<CustomerService> MAY_CONFIRM =
            Condition.of("customer-service-cannot-confirm", CustomerService.class, (p, f) -> p.mayConfirm());
    public static final Condition<OrderAuthority> WITHIN_AUTHORITY = Condition.of(
            "order-beyond-authority",
            OrderAuthority.class,
            (p, f) -> f.flag("authorized") && p.covers(f.amount("amount"), Complexity.valueOf(f.text("complexity"))));
    public static final Condition<MajorProject> NO_MAJOR_PROJECT =
            Condition.of("order-is-major-project", MajorProject.class, (p, f) -> !p.covers(f));
    public static final Condition<Separation> NOT_BY_ORDER_TAKER =
            Condition.of("order-taker-cannot-approve", Separation.class, (p, f) -> !f.text("orderTaker")
                    .equals(f.text("approver")));
    public static final Condition<ApprovalLimit> WITHIN_APPROVAL_LIMIT = Condition.of(
            "order-beyond-approval-limit",
            ApprovalLimit.class,
            (p, f) -> f.flag("unlimited") || f.flag("approves") && p.covers(f.amount("amount")));
    public static final Condition<Checklist> CHECK_COMPLETE =
            Condition.of("order-check-incomplete", Checklist.class, (p, f) -> p.missing(f.texts("given"))
                    .isEmpty());
    public static final Condition<Checklist> REVIEW_COMPLETE =
            Condition.of("order-review-incomplete", Checklist.class, (p, f) -> p.missing(f.texts("given"))
                    .isEmpty());
    public static final Condition<ReleaseGate> CHECKED =
            Condition.of("order-not-checked", ReleaseGate.class, (p, f) -> f.flag("checked"));
    public static final Condition<Checklist> REVIEW_PASSED =
            Condition.of("order-review-not-passed", Checklist.class, (p, f) -> f.flag("passed"));
    public static final Condition<ReleaseGate> AS_QUOTED =
            Condition.of("order-differs-from-quotation", ReleaseGate.class, (p, f) -> f.flag("same"));
    public static final Condition<ContractGate> CONTRACT_THERE = Condition.of(
            "contract-not-effective", ContractGate.class, (p, f) -> !f.flag("required") || f.flag("effective"));

    public static final Condition<HandInEffect> LET_IN_OUTSIDE =
            Condition.of("hand-in-outside-window", HandInEffect.class, (p, _) -> p.effect() != WindowEffect.REFUSE);

    public static final Finding<HandInWindow> HANDED_IN_OUTSIDE = Finding.marking(
            "handed-in-outside-window",
            HandInWindow.class,
            (p, f) -> Map.of("outside", !p.isOpen(LocalTime.parse(f.text("time")))));
    public static final Finding<Completeness> MISSING =
            Finding.marking("inquiry-fields-missing", Completeness.class, (p, f) -> Map.of("missing", p.missing(f)));
    public static final Finding<SplitOrders> LOOKS_SPLIT = Finding.marking(
            "order-looks-split",
            SplitOrders.class,
            (p, f) -> Map.of("split", p.looksSplit(f.amount("together"), f.amount("authority"))));
    public static final Finding<Checklist> FAILED_CRITERIA = Finding.marking(
            "order-review-criteria-failed",
            Checklist.class,
            (p, f) -> Map.of(
                    "failed",
                    f.texts("given").stream()
                            .filter(c -> !f.texts("met").contains(c))
                            .toList()));

    private IntakeRules() {}

    /** The authority of an order taker of this level; empty for a level without authority of its own. */
    public static Optional<Rule<OrderAuthority>> authorityOfSales(String level) {
        return switch (level) {
            case "L1" -> Optional.of(AUTHORITY_SALES_L1);
            case "L2" -> Optional.of(AUTHORITY_SALES_L2);
            case null, default -> Optional.empty();
        };
    }

    /** The lead time of a product class; empty for a class that has none. */
    public static Optional<Rule<LeadTime>> leadTime(String productClass) {
        return switch (productClass) {
            case "panel" -> Optional.of(LEAD_TIME_PANEL);
            case "solid-wood" -> Optional.of(LEAD_TIME_SOLID_WOOD);
            case null, default -> Optional.empty();
        };
    }

    /**
     * Fields an inquiry needs: some always, some where a condition of the company's holds.
     *
     * @param items in the words of the inquiry: {@code customerName}, {@code quantity}
     */
    public record Completeness(List<String> items, List<ConditionalItem> conditional) {
        public Completeness {
            Check.notEmpty("items", items);
        }

        /** Those that are needed and not among the facts' {@code given}, in the order of the rule. */
        public List<String> missing(Facts facts) {
            List<String> given = facts.texts("given");
            return Stream.concat(
                            items.stream(),
                            conditional.stream()
                                    .filter(row -> row.when().holds(facts))
                                    .map(ConditionalItem::item))
                    .distinct()
                    .filter(item -> !given.contains(item))
                    .toList();
        }

        public record ConditionalItem(String item, Expression when) {}
    }

    /** @param when null as long as the company calls no order a major project */
    public record MajorProject(Expression when) {
        public boolean covers(Facts order) {
            return when != null && when.holds(order);
        }
    }

    /** How hard an inquiry or order is to judge. */
    public enum Complexity {
        SIMPLE,
        COMPLEX
    }

    /** From which amount, or for which product classes, an inquiry or order is complex. */
    public record ComplexityRule(BigDecimal amount, Set<String> productClasses) {
        public ComplexityRule {
            Check.positive("amount", amount);
        }

        public Complexity of(BigDecimal orderAmount, Collection<String> classes) {
            boolean complex =
                    orderAmount.compareTo(amount) >= 0 || classes.stream().anyMatch(productClasses::contains);
            return complex ? Complexity.COMPLEX : Complexity.SIMPLE;
        }
    }

    /** Up to which amount, and of which complexity, an order taker confirms orders himself. */
    public record OrderAuthority(BigDecimal amount, Set<Complexity> complexity) {
        public OrderAuthority {
            Check.positive("amount", amount);
            Check.notEmpty("complexity", complexity);
        }

        public boolean covers(BigDecimal orderAmount, Complexity orderComplexity) {
            return orderAmount.compareTo(amount) <= 0 && complexity.contains(orderComplexity);
        }
    }

    /** Up to which amount somebody approves orders, and the role that decides beyond it. */
    public record ApprovalLimit(BigDecimal amount, String above) {
        public ApprovalLimit {
            Check.positive("amount", amount);
        }

        public boolean covers(BigDecimal orderAmount) {
            return orderAmount.compareTo(amount) <= 0;
        }
    }

    /**
     * Over how many days the orders of one customer through one order taker are added up, and above which share of his
     * authority, in percent, they look split.
     */
    public record SplitOrders(int days, BigDecimal share) {
        public SplitOrders {
            Check.positive("days", days);
            Check.positive("share", share);
        }

        /** Whether several orders, each within the authority, exceed the share of it together. */
        public boolean looksSplit(BigDecimal together, BigDecimal authority) {
            return together.multiply(Check.HUNDRED).compareTo(authority.multiply(share)) > 0;
        }
    }

    public record CustomerService(boolean mayConfirm) {}

    public record ReleaseGate(boolean allMandatoryFields, boolean noOpenClarification) {}

    public record ContractGate(boolean effectiveContract) {}

    /** Roles whose people, in the order's unit or the nearest that has them, are told of it. */
    public record Informed(Set<String> roles) {}

    /** @param window null where orders are handed in at any time */
    public record HandInWindow(TimeWindow window) {
        public boolean isOpen(LocalTime time) {
            return window == null || window.contains(time);
        }
    }

    public record HandInEffect(WindowEffect effect) {}

    /** What a window does with what comes at another time: turn it away, let it in with a mark, let it in to wait. */
    public enum WindowEffect {
        REFUSE,
        MARK,
        QUEUE
    }

    public record LeadTime(int days) {
        public LeadTime {
            Check.positive("days", days);
        }
    }

    public record LeadTimeUnit(DayKind unit) {}

    /** How days are counted. */
    public enum DayKind {
        CALENDAR_DAYS,
        WORKING_DAYS
    }
}
