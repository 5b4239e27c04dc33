package io.gendan.local;

import java.time.Duration;

/** How one part is prepared, started and asked whether it is ready. */
interface Runner {
    Part part();

    /** Unpacks, initializes, configures; may be repeated. */
    default void prepare() {}

    /** What to start; a {@link Java} program may be given a cache, see {@link #java()}. */
    Program program();

    /** The Java program behind this part, if it is one that an ahead-of-time cache makes start faster. */
    default Java java() {
        return null;
    }

    boolean isReady();

    /** Databases, topics: what must exist before others use this part; may be repeated. */
    default void furnish() {}

    default String stopSignal() {
        return "TERM";
    }

    default Duration patience() {
        return Duration.ofSeconds(120);
    }
}
