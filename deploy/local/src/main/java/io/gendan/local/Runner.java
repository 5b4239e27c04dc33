package io.gendan.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How one part is prepared, started and asked whether it is ready. */
interface Runner {
    Part part();

    /** Unpacks, initializes, configures; may be repeated. */
    default void prepare() {}

    Program program();

    /** The Java program behind this part, if an ahead-of-time cache makes it start faster. */
    default Java java() {
        return null;
    }

    /** When its program was last built, if that happens in this source tree. */
    default Optional<Instant> builtAt() {
        return Optional.empty();
    }

    boolean isReady();

    /** Databases, topics: what must exist before others use this part; may be repeated. */
    default void furnish() {}

    default String stopSignal() {
        return "TERM";
    }

    default Duration patience() {
        return Duration.ofSeconds(300);
    }
}
