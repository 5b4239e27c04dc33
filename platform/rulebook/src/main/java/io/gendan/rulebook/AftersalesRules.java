package io.gendan.rulebook;

import java.math.BigDecimal;
import java.util.Set;

/** Rules on tickets, complaints and follow-up visits. */
public final class AftersalesRules {

    public static final Rule<Choices> CHANNELS = Rule.of("aftersales.channels", Choices.class);

    public static final Rule<Limit> FIRST_RESPONSE_URGENT = Rule.of("aftersales.first-response.urgent", Limit.class);
    public static final Rule<Limit> FIRST_RESPONSE_HIGH = Rule.of("aftersales.first-response.high", Limit.class);
    public static final Rule<Limit> FIRST_RESPONSE_NORMAL = Rule.of("aftersales.first-response.normal", Limit.class);
    public static final Rule<Limit> FIRST_RESPONSE_LOW = Rule.of("aftersales.first-response.low", Limit.class);

    public static final Rule<Limit> RESOLUTION_URGENT = Rule.of("aftersales.resolution.urgent", Limit.class);
    public static final Rule<Limit> RESOLUTION_HIGH = Rule.of("aftersales.resolution.high", Limit.class);
    public static final Rule<Limit> RESOLUTION_NORMAL = Rule.of("aftersales.resolution.normal", Limit.class);
    public static final Rule<Limit> RESOLUTION_LOW = Rule.of("aftersales.resolution.low", Limit.class);

    public static final Rule<Warning> WARNING = Rule.of("aftersales.warning", Warning.class);

    public static final Rule<Limit> COMPLAINT_ACK = Rule.of("aftersales.complaint.ack", Limit.class);
    public static final Rule<Limit> COMPLAINT_DEPARTMENT = Rule.of("aftersales.complaint.department", Limit.class);

    /** The person complained about has no hand in the complaint. */
    public static final Rule<Fairness> COMPLAINT_FAIRNESS = Rule.of("aftersales.complaint.fairness", Fairness.class);

    public static final Rule<Closing> CLOSING = Rule.of("aftersales.ticket.closing", Closing.class);
    public static final Rule<Limit> VISIT_AFTER_COMPLETION = Rule.of("aftersales.visit.after-completion", Limit.class);

    public static final Condition<Closing> CLOSED_WITH_RESULT =
            Condition.of("ticket-without-result", Closing.class, (p, f) -> !p.resultText() || f.flag("result"));
    public static final Condition<Fairness> FAIR = Condition.of(
            "complaint-concerns-you",
            Fairness.class,
            (p, f) -> !f.flag("concerned") || !p.forbidden().contains(ComplaintAct.valueOf(f.text("act"))));

    private AftersalesRules() {}

    public static Rule<Limit> firstResponse(Urgency urgency) {
        return switch (urgency) {
            case URGENT -> FIRST_RESPONSE_URGENT;
            case HIGH -> FIRST_RESPONSE_HIGH;
            case NORMAL -> FIRST_RESPONSE_NORMAL;
            case LOW -> FIRST_RESPONSE_LOW;
        };
    }

    public static Rule<Limit> resolution(Urgency urgency) {
        return switch (urgency) {
            case URGENT -> RESOLUTION_URGENT;
            case HIGH -> RESOLUTION_HIGH;
            case NORMAL -> RESOLUTION_NORMAL;
            case LOW -> RESOLUTION_LOW;
        };
    }

    /** How pressing a ticket is. */
    public enum Urgency {
        URGENT,
        HIGH,
        NORMAL,
        LOW
    }

    /** What the person complained about may not do with the complaint. */
    public record Fairness(Set<ComplaintAct> forbidden) {
        public Fairness {
            Check.notEmpty("forbidden", forbidden);
        }
    }

    public enum ComplaintAct {
        INVESTIGATE,
        CLOSE
    }

    public record Closing(boolean resultText) {}

    /** After which share of a limit its owner is warned (AFT-07). */
    public record Warning(BigDecimal percent) {
        public Warning {
            Check.positive("percent", percent);
        }
    }
}
