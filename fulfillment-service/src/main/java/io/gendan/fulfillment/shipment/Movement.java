package io.gendan.fulfillment.shipment;

import java.time.Instant;

/** Where a shipment was at a time (FUL-25). */
record Movement(ShipmentStatus status, String place, String reportedBy, Instant at) {}
