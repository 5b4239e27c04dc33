package io.gendan.performance.rule;

import java.util.EnumSet;
import java.util.Set;

enum RuleProposalStatus {
    PROPOSED,
    ADOPTED,
    DECLINED;

    Set<RuleProposalStatus> next() {
        return switch (this) {
            case PROPOSED -> EnumSet.of(ADOPTED, DECLINED);
            case ADOPTED, DECLINED -> EnumSet.noneOf(RuleProposalStatus.class);
        };
    }
}
