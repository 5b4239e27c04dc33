package io.gendan.fulfillment.shipment;

import java.util.EnumSet;
import java.util.Set;

enum ShipmentStatus {
    PREPARED,
    DISPATCHED,
    IN_TRANSIT,
    ARRIVED,
    RECEIVED;

    Set<ShipmentStatus> next() {
        return switch (this) {
            case PREPARED -> EnumSet.of(DISPATCHED);
            case DISPATCHED -> EnumSet.of(IN_TRANSIT);
            case IN_TRANSIT -> EnumSet.of(IN_TRANSIT, ARRIVED);
            case ARRIVED -> EnumSet.of(RECEIVED);
            case RECEIVED -> EnumSet.noneOf(ShipmentStatus.class);
        };
    }
}
