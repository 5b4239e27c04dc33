package io.gendan.aftersales.ticket;

import java.time.Instant;

/**
 * What kind of matter it is and how it will be dealt with (AFT-05).
 *
 * @param procedure what was told to the customer
 */
record Classification(String nature, String procedure, String by, Instant at) {}
