package io.gendan.fulfillment.shipment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A shipment as those see it who may see it.
 *
 * @param promisedOn the day the customer was promised
 * @param plannedOn the day it was first planned to arrive
 * @param expectedOn the day it is expected to arrive, as last reported
 * @param receiptDue by when he is to confirm receipt, null before it arrived
 * @param chases how often he was asked to
 */
record ShipmentView(
        UUID id,
        int version,
        String number,
        UUID orderId,
        String orderNumber,
        UUID customerId,
        String profile,
        String unit,
        String merchandiser,
        LocalDate promisedOn,
        String carrier,
        String mode,
        List<ShipmentLine> lines,
        LocalDate plannedOn,
        LocalDate expectedOn,
        String status,
        String preparedBy,
        Instant preparedAt,
        String dispatchedBy,
        Instant dispatchedAt,
        List<Movement> movements,
        Instant receiptDue,
        int chases,
        Instant chasedAt,
        Receipt receipt,
        Integer daysLate) {}
