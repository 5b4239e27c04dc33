package io.gendan.core.deadline;

import java.time.Duration;
import java.time.Instant;

/**
 * How a deadline is counted.
 *
 * @param from when it begins
 * @param due when it runs out
 * @param warnAt when the owner is warned, null for never
 * @param whole how much time there is: working time, or any where its limit is counted in minutes or calendar days
 */
record Count(Instant from, Instant due, Instant warnAt, Duration whole) {}
