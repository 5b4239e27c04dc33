package io.gendan.rulebook;

/** Rules on plans, progress, dispatch and acceptance. */
public final class FulfillmentRules {

    public static final Rule<Limit> TEAM_LIMIT = Rule.of("fulfillment.team.limit", Limit.class);
    public static final Rule<PlanOwner> PLAN_OWNER = Rule.of("fulfillment.plan.owner", PlanOwner.class);
    public static final Rule<Milestones> MILESTONES = Rule.of("fulfillment.plan.milestones", Milestones.class);
    public static final Rule<Interval> PROGRESS_INTERVAL = Rule.of("fulfillment.progress.interval", Interval.class);

    /** Goods leave only after a passed inspection or an approved concession. */
    public static final Rule<Dispatch> INSPECTION = Rule.of("fulfillment.dispatch.inspection", Dispatch.class);

    public static final Rule<DelayWarning> DELAY_WARNING =
            Rule.of("fulfillment.shipment.delay-warning", DelayWarning.class);
    public static final Rule<Limit> RECEIPT_CHASE = Rule.of("fulfillment.receipt.chase", Limit.class);
    public static final Rule<Limit> ACCEPTANCE_INVITE = Rule.of("fulfillment.acceptance.invite", Limit.class);
    public static final Rule<AcceptanceReport> ACCEPTANCE_REPORT =
            Rule.of("fulfillment.acceptance.report", AcceptanceReport.class);
    public static final Rule<Rectification> RECTIFICATION =
            Rule.of("fulfillment.acceptance.rectification", Rectification.class);

    public static final Condition<PlanOwner> OWNED =
            Condition.of("plan-without-owner", PlanOwner.class, (p, f) -> !p.required() || f.flag("owned"));
    public static final Condition<Milestones> ENOUGH_MILESTONES =
            Condition.of("plan-without-milestones", Milestones.class, (p, f) -> f.whole("milestones") >= p.minimum());
    public static final Condition<Dispatch> INSPECTED =
            Condition.of("inspection-not-passed", Dispatch.class, (p, f) -> !p.passedInspection() || f.flag("passed"));
    public static final Condition<AcceptanceReport> REPORT_SIGNED = Condition.of(
            "acceptance-report-not-signed",
            AcceptanceReport.class,
            (p, f) -> !p.signedByCustomer() || f.flag("signed"));
    public static final Condition<Rectification> FINDINGS_CLOSED = Condition.of(
            "findings-open",
            Rectification.class,
            (p, f) -> !p.allFindingsClosed() || f.texts("open").isEmpty());

    private FulfillmentRules() {}

    public record PlanOwner(boolean required) {}

    public record Milestones(int minimum) {
        public Milestones {
            Check.positive("minimum", minimum);
        }
    }

    /** How many calendar days before the promised one a shipment has to have left. */
    public record DelayWarning(int daysBefore) {
        public DelayWarning {
            Check.positive("daysBefore", daysBefore);
        }
    }

    public record Dispatch(boolean passedInspection, boolean concessionSuffices) {}

    public record AcceptanceReport(boolean signedByCustomer) {}

    public record Rectification(boolean allFindingsClosed) {}
}
