package io.gendan.performance.staff;

import java.time.Duration;
import java.time.Instant;

/**
 * The revision of a telling: higher than that of the one before, and never less than the minutes since 1970, so that copies
 * do not take for old what a register tells that was restored from a backup.
 */
final class Revision {
    private Revision() {}

    static int after(int last, Instant at) {
        int minutes = Math.toIntExact(Duration.between(Instant.EPOCH, at).toMinutes());
        return Math.max(last + 1, minutes);
    }
}
