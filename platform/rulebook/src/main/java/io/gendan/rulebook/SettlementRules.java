package io.gendan.rulebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;

/** Rules on payment schedules, invoices, receipts and collection. */
public final class SettlementRules {

    public static final Rule<ScheduleSum> SCHEDULE_SUM = Rule.of("settle.schedule-sum", ScheduleSum.class);
    public static final Rule<InvoiceCeiling> INVOICE_CEILING = Rule.of("settle.invoice-ceiling", InvoiceCeiling.class);

    /** Receipts are booked by finance only. */
    public static final Rule<Booking> RECEIPT_BOOKING = Rule.of("settle.receipt-booking", Booking.class);

    public static final Rule<Limit> REMINDER = Rule.of("settle.reminder.before-due", Limit.class);
    public static final Rule<Dunning> DUNNING = Rule.of("settle.dunning.steps", Dunning.class);
    public static final Rule<Limit> REPORT_BOOKED = Rule.of("settle.report-booked.limit", Limit.class);

    public static final Condition<ScheduleSum> SCHEDULE_ADDS_UP = Condition.of(
            "schedule-sum-differs",
            ScheduleSum.class,
            (p, f) -> f.amount("sum").subtract(f.amount("amount")).abs().compareTo(p.tolerance()) <= 0);
    public static final Condition<InvoiceCeiling> WITHIN_CONTRACT = Condition.of(
            "invoice-beyond-contract",
            InvoiceCeiling.class,
            (p, f) -> f.amount("total").compareTo(p.of(f.amount("amount"))) <= 0);
    public static final Condition<Booking> BOOKED_BY_RIGHT =
            Condition.of("receipt-not-yours-to-book", Booking.class, (p, f) -> f.texts("callerRoles").stream()
                    .anyMatch(p.roles()::contains));

    private SettlementRules() {}

    /** By how much the sum of a payment schedule may differ from the contract amount. */
    public record ScheduleSum(BigDecimal tolerance) {}

    /** Up to which share of the contract amount, changes included, may be invoiced. */
    public record InvoiceCeiling(BigDecimal percent) {
        public InvoiceCeiling {
            Check.positive("percent", percent);
        }

        public BigDecimal of(BigDecimal contractAmount) {
            return contractAmount.multiply(percent).divide(Check.HUNDRED, 2, RoundingMode.DOWN);
        }
    }

    public record Booking(Set<String> roles) {
        public Booking {
            Check.notEmpty("roles", roles);
        }
    }

    public record Dunning(List<Step> steps) {
        public Dunning {
            Check.notEmpty("steps", steps);
            for (int i = 1; i < steps.size(); i++) {
                Check.require(steps.get(i - 1).daysOverdue() < steps.get(i).daysOverdue(), "steps", "not-ascending");
            }
        }

        public record Step(int daysOverdue, Measure measure) {}

        /** What is done on reaching a step. */
        public enum Measure {
            REMINDER,
            FORMAL_LETTER,
            SUPERVISOR_AND_LEGAL
        }
    }
}
