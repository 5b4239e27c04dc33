package io.gendan.core.deadline;

import java.util.EnumSet;
import java.util.Set;

/** Whether a deadline is still to be kept. What was missed stays missed, also when it is done later. */
public enum DeadlineStatus {
    RUNNING,
    PAUSED,
    MET,
    MISSED,
    CANCELED;

    Set<DeadlineStatus> next() {
        return switch (this) {
            case RUNNING -> EnumSet.of(PAUSED, MET, MISSED, CANCELED);
            case PAUSED -> EnumSet.of(RUNNING, MET, CANCELED);
            case MET, MISSED, CANCELED -> EnumSet.noneOf(DeadlineStatus.class);
        };
    }

    boolean isOpen() {
        return this == RUNNING || this == PAUSED;
    }
}
