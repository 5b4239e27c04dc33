package io.gendan.core.approval;

import java.time.Instant;

/**
 * That somebody agreed to a content.
 *
 * @param forWhom whose decision it was, where {@code by} stood in for somebody; null otherwise
 */
public record Agreement(String step, String by, String forWhom, Instant at, String checksum) {}
