package io.gendan.system;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what other services hear of a moment later. */
public final class Wait {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Wait() {}

    /** @param read gives null while it is not there */
    public static <T> T forThe(String what, Supplier<T> read) {
        return forThe(what, read, found -> found != null);
    }

    public static <T> T forThe(String what, Supplier<T> read, Predicate<T> enough) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            T found = read.get();
            if (enough.test(found)) return found;
            if (System.nanoTime() > until) throw new IllegalStateException("waited in vain for " + what);
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
