package io.gendan.aftersales.visit;

import java.util.EnumSet;
import java.util.Set;

enum VisitStatus {
    DUE,
    PLANNED,
    DONE,
    FAILED;

    Set<VisitStatus> next() {
        return switch (this) {
            case DUE, FAILED -> EnumSet.of(PLANNED);
            case PLANNED -> EnumSet.of(DONE, FAILED);
            case DONE -> EnumSet.noneOf(VisitStatus.class);
        };
    }
}
