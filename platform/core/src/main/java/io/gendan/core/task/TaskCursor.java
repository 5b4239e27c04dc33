package io.gendan.core.task;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

import io.gendan.core.problem.Problem;

/**
 * Where a page of tasks ended: the moment they are sorted by, and the task among those of that moment. It holds whatever
 * has become of the task since.
 */
record TaskCursor(Instant moment, UUID id) {
    static TaskCursor parse(String text) {
        String[] parts = text.split("_", 2);
        try {
            return new TaskCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
            throw Problem.Invalid.field("after", "malformed");
        }
    }

    @Override
    public String toString() {
        return moment + "_" + id;
    }
}
