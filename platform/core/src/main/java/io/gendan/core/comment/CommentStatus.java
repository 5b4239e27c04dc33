package io.gendan.core.comment;

import java.util.EnumSet;
import java.util.Set;

/** A remark is just there; a question waits for its answer, in time or not. */
public enum CommentStatus {
    REMARK,
    OPEN,
    OVERDUE,
    ANSWERED,
    WITHDRAWN;

    Set<CommentStatus> next() {
        return switch (this) {
            case REMARK -> EnumSet.of(WITHDRAWN);
            case OPEN -> EnumSet.of(ANSWERED, OVERDUE, WITHDRAWN);
            case OVERDUE -> EnumSet.of(ANSWERED, WITHDRAWN);
            case ANSWERED, WITHDRAWN -> EnumSet.noneOf(CommentStatus.class);
        };
    }

    boolean awaitsAnswer() {
        return next().contains(ANSWERED);
    }
}
