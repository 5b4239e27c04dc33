package io.gendan.contract;

import java.time.Instant;

/**
 * One agreement to a text.
 *
 * @param textChecksum SHA-256 of exactly the text agreed to
 */
record Approval(ApprovalStep step, String by, Instant at, String textChecksum) {}
