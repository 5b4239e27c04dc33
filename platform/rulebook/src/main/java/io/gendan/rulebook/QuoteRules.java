package io.gendan.rulebook;

import java.math.BigDecimal;

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

    public static final Rule<Choices> FEE_KINDS = Rule.of("quote.fee-kinds", Choices.class);
    public static final Rule<Choices> DECLINE_REASONS = Rule.of("quote.decline-reasons", Choices.class);

    private QuoteRules() {}

    public record Validity(int days) {
        public Validity {
            Check.positive("days", days);
        }
    }

    /** The least margin in percent of the price, and the role that decides below it. */
    public record Margin(BigDecimal percent, String below) {
        public Margin {
            Check.require(percent.compareTo(Check.HUNDRED) < 0, "\"percent\" is not below 100");
        }

        public boolean reachedBy(BigDecimal marginPercent) {
            return marginPercent.compareTo(percent) >= 0;
        }
    }

    public record Approval(String approver, boolean authorExcluded, boolean returnAllowed) {}
}
