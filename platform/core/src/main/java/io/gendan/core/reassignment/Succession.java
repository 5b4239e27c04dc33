package io.gendan.core.reassignment;

/**
 * One person takes over from another.
 *
 * @param former who has been in charge until now
 * @param successor who is from now on
 */
public record Succession(String former, String successor, String reason) {}
