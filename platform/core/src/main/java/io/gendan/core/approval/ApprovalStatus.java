package io.gendan.core.approval;

import java.util.EnumSet;
import java.util.Set;

/** Where an approval stands. */
public enum ApprovalStatus {
    OPEN,
    /** Nobody was found who may decide: somebody has to be named. */
    STUCK,
    APPROVED,
    RETURNED,
    WITHDRAWN,
    /** The content changed, or the record ended otherwise: what was agreed to counts no more. */
    VOID;

    static final Set<ApprovalStatus> UNDER_WAY = EnumSet.of(OPEN, STUCK);

    Set<ApprovalStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(STUCK, APPROVED, RETURNED, WITHDRAWN, VOID);
            case STUCK -> EnumSet.of(OPEN, WITHDRAWN, VOID);
            case APPROVED -> EnumSet.of(VOID);
            case RETURNED, WITHDRAWN, VOID -> EnumSet.noneOf(ApprovalStatus.class);
        };
    }
}
