package io.gendan.rulebook;

import java.time.temporal.ChronoUnit;
import java.util.Map;

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

    /** A shipment is expected after the promised day. */
    public static final Finding<DelayWarning> EXPECTED_LATE = Finding.marking(
            "shipment-expected-late",
            DelayWarning.class,
            (p, f) -> Map.of("daysLate", ChronoUnit.DAYS.between(f.day("promised"), f.day("expected"))));

    /** A shipment has not left though the promised day is near. */
    public static final Finding<DelayWarning> NOT_LEFT = Finding.marking(
            "shipment-not-left",
            DelayWarning.class,
            (p, f) -> Map.of("leaveBy", f.day("promised").minusDays(p.daysBefore())));

    public static final Finding<Limit> NOT_RECEIVED =
            Finding.markingMiss("receipt-not-confirmed", Limit.class, f -> Map.of("chases", f.whole("asked") + 1));

    /** Nobody reported progress in time; told is who is to see to it, which the superior is where the first did not. */
    public static final Finding<Interval> NO_PROGRESS = Finding.markingMiss(
            "progress-not-reported",
            Interval.class,
            f -> Map.of("missed", f.instant("at").isAfter(f.instant("due"))));

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
