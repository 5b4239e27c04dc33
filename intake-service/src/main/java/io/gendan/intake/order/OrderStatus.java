package io.gendan.intake.order;

import java.util.EnumSet;
import java.util.Set;

enum OrderStatus {
    DRAFT,
    PENDING_APPROVAL,
    CONFIRMED,
    HANDED_OVER,
    RETURNED,
    REVIEW_FAILED,
    RELEASED,
    COMPLETED,
    REJECTED,
    CANCELED,
    CLOSED;

    Set<OrderStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(PENDING_APPROVAL, CONFIRMED, CANCELED);
            case PENDING_APPROVAL -> EnumSet.of(DRAFT, CONFIRMED, CANCELED);
            case CONFIRMED -> EnumSet.of(HANDED_OVER, CANCELED);
            case HANDED_OVER -> EnumSet.of(RETURNED, REJECTED, REVIEW_FAILED, RELEASED, CANCELED);
            case RETURNED -> EnumSet.of(DRAFT, CANCELED);
            case REVIEW_FAILED -> EnumSet.of(HANDED_OVER, CLOSED, CANCELED);
            case RELEASED -> EnumSet.of(COMPLETED, CANCELED);
            case COMPLETED, REJECTED, CANCELED, CLOSED -> EnumSet.noneOf(OrderStatus.class);
        };
    }

    /** Whether a merchandiser has it in hand, or is about to. */
    boolean isFollowed() {
        return switch (this) {
            case CONFIRMED, HANDED_OVER, REVIEW_FAILED, RELEASED -> true;
            case DRAFT, PENDING_APPROVAL, RETURNED, COMPLETED, REJECTED, CANCELED, CLOSED -> false;
        };
    }
}
