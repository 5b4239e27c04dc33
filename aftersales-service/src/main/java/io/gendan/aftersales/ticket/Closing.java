package io.gendan.aftersales.ticket;

import java.time.Instant;

/**
 * How a ticket ended (AFT-09, AFT-29).
 *
 * @param customerAnswer what the customer said to it; a complaint does not end without it
 */
record Closing(String result, String customerAnswer, String by, Instant at) {}
