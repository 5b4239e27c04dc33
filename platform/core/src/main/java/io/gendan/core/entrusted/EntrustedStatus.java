package io.gendan.core.entrusted;

import java.util.EnumSet;
import java.util.Set;

/** From the superior's word to the report. */
public enum EntrustedStatus {
    GIVEN,
    ACCEPTED,
    REPORTED,
    RETURNED,
    WITHDRAWN;

    Set<EntrustedStatus> next() {
        return switch (this) {
            case GIVEN -> EnumSet.of(ACCEPTED, RETURNED, WITHDRAWN);
            case ACCEPTED -> EnumSet.of(REPORTED, RETURNED, WITHDRAWN);
            case REPORTED, RETURNED, WITHDRAWN -> EnumSet.noneOf(EntrustedStatus.class);
        };
    }
}
