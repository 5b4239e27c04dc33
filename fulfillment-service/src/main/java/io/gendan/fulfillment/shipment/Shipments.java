package io.gendan.fulfillment.shipment;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.store.Aggregates;
import io.gendan.events.fulfillment.ShipmentEvent;

@ApplicationScoped
class Shipments extends Aggregates<Shipment, ShipmentEvent> {
    Shipments() {
        super("shipment");
    }

    boolean allReceived(UUID orderId) {
        return count("orderId = ?1 and status <> ?2", orderId, ShipmentStatus.RECEIVED) == 0;
    }
}
