package io.gendan.fulfillment.acceptance;

import java.time.Instant;

/**
 * The acceptance report as the customer signed it (FUL-35).
 *
 * @param signatory who signed for the customer
 * @param evidence where the signed report is kept; null where the customer signed in the portal
 */
record Report(String signatory, String evidence, String recordedBy, Instant at) {}
