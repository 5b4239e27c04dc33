package io.gendan.fulfillment.plan;

import java.util.EnumSet;
import java.util.Set;

enum PlanStatus {
    DRAFT,
    TEAM_SET,
    CONFIRMED,
    RUNNING,
    AT_RISK,
    LATE,
    PRODUCED,
    DELIVERED,
    ACCEPTED,
    CLOSED,
    CANCELED;

    Set<PlanStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(TEAM_SET, CANCELED);
            case TEAM_SET -> EnumSet.of(TEAM_SET, CONFIRMED, CANCELED);
            case CONFIRMED -> EnumSet.of(RUNNING, CANCELED);
            case RUNNING -> EnumSet.of(AT_RISK, LATE, PRODUCED, CANCELED);
            case AT_RISK -> EnumSet.of(RUNNING, LATE, CANCELED);
            case LATE -> EnumSet.of(PRODUCED, CANCELED);
            case PRODUCED -> EnumSet.of(DELIVERED, CANCELED);
            case DELIVERED -> EnumSet.of(ACCEPTED);
            case ACCEPTED -> EnumSet.of(CLOSED);
            case CLOSED, CANCELED -> EnumSet.noneOf(PlanStatus.class);
        };
    }

    /** Whether somebody works on the order, so that progress is to be reported (FUL-08). */
    boolean underWay() {
        return inProduction() || this == PRODUCED;
    }

    /** Whether it is still being made. */
    boolean inProduction() {
        return this == RUNNING || this == AT_RISK || this == LATE;
    }

    boolean stillPlanned() {
        return this == DRAFT || this == TEAM_SET;
    }
}
