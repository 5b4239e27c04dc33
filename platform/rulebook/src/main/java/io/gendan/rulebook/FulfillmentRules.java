package io.gendan.rulebook;

import java.math.BigDecimal;

/** Rules on plans, progress, dispatch and acceptance. */
public final class FulfillmentRules {

    public static final Rule<Limit> TEAM_LIMIT = Rule.of("fulfillment.team.limit", Limit.class);
    public static final Rule<PlanOwner> PLAN_OWNER = Rule.of("fulfillment.plan.owner", PlanOwner.class);
    public static final Rule<Milestones> MILESTONES = Rule.of("fulfillment.plan.milestones", Milestones.class);
    public static final Rule<Interval> PROGRESS_INTERVAL = Rule.of("fulfillment.progress.interval", Interval.class);
    public static final Rule<AtRisk> AT_RISK = Rule.of("fulfillment.at-risk", AtRisk.class);

    /** Goods leave only after a passed inspection or an approved concession. */
    public static final Rule<Dispatch> INSPECTION = Rule.of("fulfillment.dispatch.inspection", Dispatch.class);

    public static final Rule<Limit> RECEIPT_CHASE = Rule.of("fulfillment.receipt.chase", Limit.class);
    public static final Rule<Limit> ACCEPTANCE_INVITE = Rule.of("fulfillment.acceptance.invite", Limit.class);
    public static final Rule<AcceptanceReport> ACCEPTANCE_REPORT =
            Rule.of("fulfillment.acceptance.report", AcceptanceReport.class);
    public static final Rule<Rectification> RECTIFICATION =
            Rule.of("fulfillment.acceptance.rectification", Rectification.class);

    private FulfillmentRules() {}

    public record PlanOwner(boolean required) {}

    public record Milestones(int minimum) {
        public Milestones {
            Check.positive("minimum", minimum);
        }
    }

    /** The share of the planned time after which unfinished work counts as at risk. */
    public record AtRisk(BigDecimal percent) {
        public AtRisk {
            Check.positive("percent", percent);
            Check.require(percent.compareTo(Check.HUNDRED) <= 0, "\"percent\" is above 100");
        }
    }

    public record Dispatch(boolean passedInspection, boolean concessionSuffices) {}

    public record AcceptanceReport(boolean signedByCustomer) {}

    public record Rectification(boolean allFindingsClosed) {}
}
