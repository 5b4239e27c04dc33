package io.gendan.core.outbox;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the relay works. The defaults are measured; tests switch it off where they look into the outbox themselves. */
@ConfigMapping(prefix = "gendan.outbox")
interface OutboxSettings {
    @WithDefault("true")
    boolean relayed();

    /** Most events sent and marked at once. */
    @WithDefault("2000")
    int batch();

    /** How long a replica holds its buckets without renewing them: another one takes over that long after a crash. */
    @WithDefault("PT4S")
    Duration lease();

    /** How often the relay looks by itself when nothing woke it. */
    @WithDefault("PT2S")
    Duration idlePoll();

    /** How long the relay rests after a failure of PostgreSQL or Kafka. */
    @WithDefault("PT0.5S")
    Duration backOff();
}
