package io.gendan.fulfillment.shipment;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The customer's confirmation of receipt (FUL-30).
 *
 * @param differences what differs from what was ordered, null where the quantity is right
 * @param evidence where we recorded it for the customer: how we know
 */
record Receipt(
        LocalDate receivedOn,
        boolean quantityOk,
        String differences,
        String evidence,
        String confirmedBy,
        Instant at) {}
