package io.gendan.performance.rule;

import java.util.EnumSet;
import java.util.Set;

/** Requirements (c), Rule version; WITHDRAWN where its author gave it up. */
enum VersionStatus {
    DRAFT,
    LEADER_APPROVAL,
    PUBLISHED,
    EFFECTIVE,
    SUPERSEDED,
    WITHDRAWN;

    Set<VersionStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(LEADER_APPROVAL, WITHDRAWN);
            case LEADER_APPROVAL -> EnumSet.of(DRAFT, PUBLISHED, WITHDRAWN);
            case PUBLISHED -> EnumSet.of(EFFECTIVE);
            case EFFECTIVE -> EnumSet.of(SUPERSEDED);
            case SUPERSEDED, WITHDRAWN -> EnumSet.noneOf(VersionStatus.class);
        };
    }
}
