package io.gendan.performance.rota;

import java.util.EnumSet;
import java.util.Set;

/** A swap of two days needs the consent of both (ORG-08). */
enum SwapStatus {
    ASKED,
    IN_FORCE,
    DECLINED,
    WITHDRAWN;

    Set<SwapStatus> next() {
        return switch (this) {
            case ASKED -> EnumSet.of(IN_FORCE, DECLINED, WITHDRAWN);
            case IN_FORCE, DECLINED, WITHDRAWN -> EnumSet.noneOf(SwapStatus.class);
        };
    }
}
