package io.gendan.performance.staff;

import java.util.EnumSet;
import java.util.Set;

/** What becomes of a change that is planned for a later day. */
enum PlannedStatus {
    PLANNED,
    IN_FORCE,
    WITHDRAWN,
    REFUSED;

    Set<PlannedStatus> next() {
        return switch (this) {
            case PLANNED -> EnumSet.of(IN_FORCE, WITHDRAWN, REFUSED);
            case IN_FORCE, WITHDRAWN, REFUSED -> EnumSet.noneOf(PlannedStatus.class);
        };
    }
}
