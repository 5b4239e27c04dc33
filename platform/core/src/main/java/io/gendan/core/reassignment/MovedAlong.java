package io.gendan.core.reassignment;

/** How many tasks, deadlines and questions to be answered went from one person to another. */
public record MovedAlong(int tasks, int deadlines, int questions) {
    static final MovedAlong NOTHING = new MovedAlong(0, 0, 0);

    MovedAlong and(MovedAlong more) {
        return new MovedAlong(tasks + more.tasks, deadlines + more.deadlines, questions + more.questions);
    }
}
