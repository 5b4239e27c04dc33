package io.gendan.intake.quotation;

import java.time.Instant;

/**
 * What the customer decided, and how we know (QUO-19).
 *
 * @param evidence the message, form or click, or where it is kept
 * @param reason a code of rule {@code quote.decline-reasons}, null unless declined
 */
record Decision(String outcome, String evidence, String reason, String recordedBy, Instant at) {}
