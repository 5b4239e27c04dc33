package io.gendan.fulfillment.shipment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A shipment as those see it who may see it.
 *
 * @param promisedOn the day the customer was promised
 * @param receiptDue by when he is to confirm receipt, null before it arrived
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
        String status,
        String preparedBy,
        Instant preparedAt,
        String dispatchedBy,
        Instant dispatchedAt,
        List<Movement> movements,
        Instant receiptDue,
        Receipt receipt,
        Integer daysLate) {}
