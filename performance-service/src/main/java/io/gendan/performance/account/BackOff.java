package io.gendan.performance.account;

import java.time.Duration;

/** How long to wait after failures in a row: twice as long each time, and never longer than this. */
record BackOff(Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 16;

    Duration after(int failures) {
        Duration wait = first.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
