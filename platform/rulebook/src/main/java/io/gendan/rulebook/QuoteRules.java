package io.gendan.rulebook;

import java.math.BigDecimal;
import java.util.Set;

/** Rules on assessment, order review and quotation. */
public final class QuoteRules {

    public static final Rule<Limit> HANDOVER = Rule.of("quote.handover.limit", Limit.class);
    public static final Rule<Limit> ASSESSMENT = Rule.of("quote.assessment.limit", Limit.class);
    public static final Rule<Limit> REVIEW = Rule.of("quote.review.limit", Limit.class);
    public static final Rule<Limit> INFORM_CUSTOMER = Rule.of("quote.inform-customer.limit", Limit.class);
    public static final Rule<Validity> VALIDITY = Rule.of("quote.validity", Validity.class);
    public static final Rule<Margin> MARGIN_MINIMUM = Rule.of("quote.margin.minimum", Margin.class);

    /** Nobody may send or print a quotation that the department head has not signed. */
    public static final Rule<Approval> APPROVAL = Rule.of("quote.approval", Approval.class);

    /** How long one of those who sign may take. */
    public static final Rule<Limit> APPROVAL_LIMIT = Rule.of("quote.approval.limit", Limit.class);

    public static final Rule<Choices> FEE_KINDS = Rule.of("quote.fee-kinds", Choices.class);
    public static final Rule<Choices> DECLINE_REASONS = Rule.of("quote.decline-reasons", Choices.class);

    public static final Condition<Approval> NOT_BY_AUTHOR = Condition.of(
            "quotation-author-cannot-approve",
            Approval.class,
            (p, f) -> !p.authorExcluded() || !f.text("author").equals(f.text("approver")));
    public static final Condition<Approval> APPROVED =
            Condition.of("quotation-not-approved", Approval.class, (p, f) -> Set.of("APPROVED", "SENT")
                    .contains(f.text("status")));
    public static final Condition<Validity> STILL_VALID = Condition.of(
            "quotation-expired", Validity.class, (p, f) -> f.instant("at").isBefore(f.instant("expires")));
    public static final Condition<Margin> MARGIN_REACHED = Condition.of(
            "quotation-margin-below-minimum",
            Margin.class,
            (p, f) -> p.reachedBy(f.amount("margin")) || f.texts("callerRoles").contains(p.below()));

    public static final Condition<Margin> LOSS_EXPLAINED = Condition.of(
            "quotation-loss-unexplained",
            Margin.class,
            (p, f) -> f.amount("margin").signum() >= 0 || f.flag("explained"));

    private QuoteRules() {}

    public record Validity(int days) implements Span {
        public Validity {
            Check.positive("days", days);
        }

        @Override
        public WorkingTime time() {
            return WorkingTime.of(String.valueOf(days), WorkingTime.Unit.CALENDAR_DAYS);
        }
    }

    /** The least margin in percent of the price, and the role that decides below it. */
    public record Margin(BigDecimal percent, String below) {
        public Margin {
            Check.require(percent.compareTo(Check.HUNDRED) < 0, "percent", "not-below-hundred");
        }

        public boolean reachedBy(BigDecimal marginPercent) {
            return marginPercent.compareTo(percent) >= 0;
        }
    }

    public record Approval(String approver, boolean authorExcluded, boolean returnAllowed) {}
}
