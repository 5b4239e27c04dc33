package io.gendan.intake.quotation;

import java.util.EnumSet;
import java.util.Set;

enum QuotationStatus {
    DRAFT,
    SUBMITTED,
    RETURNED,
    APPROVED,
    SENT,
    REVISION,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    SUPERSEDED;

    Set<QuotationStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SUBMITTED);
            case SUBMITTED -> EnumSet.of(DRAFT, RETURNED, APPROVED);
            case RETURNED -> EnumSet.of(DRAFT);
            case APPROVED -> EnumSet.of(SENT);
            case SENT -> EnumSet.of(ACCEPTED, DECLINED, REVISION, EXPIRED);
            case REVISION -> EnumSet.of(SUPERSEDED);
            case ACCEPTED, DECLINED, EXPIRED, SUPERSEDED -> EnumSet.noneOf(QuotationStatus.class);
        };
    }

    /** Whether somebody still has to do something about it. */
    boolean isOpen() {
        return !next().isEmpty();
    }

    /** Approval is our own affair: the customer sees what was sent to him. */
    boolean reachedCustomer() {
        return switch (this) {
            case DRAFT, SUBMITTED, RETURNED, APPROVED -> false;
            case SENT, REVISION, ACCEPTED, DECLINED, EXPIRED, SUPERSEDED -> true;
        };
    }

    static Set<QuotationStatus> seenByCustomer() {
        var seen = EnumSet.allOf(QuotationStatus.class);
        seen.removeIf(status -> !status.reachedCustomer());
        return seen;
    }
}
