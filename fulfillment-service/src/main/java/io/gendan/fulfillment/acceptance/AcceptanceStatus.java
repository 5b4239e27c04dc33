package io.gendan.fulfillment.acceptance;

import java.util.EnumSet;
import java.util.Set;

enum AcceptanceStatus {
    SELF_CHECKED,
    INVITED,
    IN_ACCEPTANCE,
    RECTIFYING,
    ACCEPTED;

    Set<AcceptanceStatus> next() {
        return switch (this) {
            case SELF_CHECKED -> EnumSet.of(INVITED);
            case INVITED -> EnumSet.of(IN_ACCEPTANCE);
            case IN_ACCEPTANCE -> EnumSet.of(RECTIFYING, ACCEPTED);
            case RECTIFYING -> EnumSet.of(IN_ACCEPTANCE);
            case ACCEPTED -> EnumSet.noneOf(AcceptanceStatus.class);
        };
    }
}
