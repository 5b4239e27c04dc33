package io.gendan.performance.rule;

import java.util.EnumSet;
import java.util.Set;

/** A review may be held before it falls due. */
enum RegulationReviewStatus {
    PLANNED,
    DUE,
    CONCLUDED;

    Set<RegulationReviewStatus> next() {
        return switch (this) {
            case PLANNED -> EnumSet.of(DUE, CONCLUDED);
            case DUE -> EnumSet.of(CONCLUDED);
            case CONCLUDED -> EnumSet.noneOf(RegulationReviewStatus.class);
        };
    }
}
