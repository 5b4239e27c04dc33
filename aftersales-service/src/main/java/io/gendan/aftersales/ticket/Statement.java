package io.gendan.aftersales.ticket;

import java.time.Instant;

/** Something said on a ticket, by whom and when. */
record Statement(String text, String by, Instant at) {}
