package io.gendan.core.task;

import java.util.EnumSet;
import java.util.Set;

/** Whether a task still waits. A closed one stays closed; what is wanted again is a task of its own. */
public enum TaskStatus {
    OPEN,
    DONE,
    WITHDRAWN;

    Set<TaskStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(DONE, WITHDRAWN);
            case DONE, WITHDRAWN -> EnumSet.noneOf(TaskStatus.class);
        };
    }
}
