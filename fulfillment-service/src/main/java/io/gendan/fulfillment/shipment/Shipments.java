package io.gendan.fulfillment.shipment;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.act.Act;
import io.gendan.core.store.Aggregates;
import io.gendan.events.fulfillment.ShipmentEvent;

@ApplicationScoped
public class Shipments extends Aggregates<Shipment, ShipmentEvent> {
    Shipments() {
        super("shipment");
    }

    /** Somebody else answers for the order. */
    public void orderTakenBy(UUID orderId, String orderTaker, Act act) {
        for (Shipment shipment : underWay(orderId))
            adjust(
                    shipment.id(),
                    act,
                    "fulfillment.shipment.order-taker-changed",
                    changed -> changed.orderTakenBy(orderTaker));
    }

    /** Somebody else follows the order. */
    public void followedBy(UUID orderId, String merchandiser, Act act) {
        for (Shipment shipment : underWay(orderId))
            adjust(
                    shipment.id(),
                    act,
                    "fulfillment.shipment.merchandiser-changed",
                    changed -> changed.followedBy(merchandiser));
    }

    List<Shipment> underWay(UUID orderId) {
        return list("orderId = ?1 and status <> RECEIVED", orderId);
    }

    boolean allReceived(UUID orderId) {
        return count("orderId = ?1 and status <> ?2", orderId, ShipmentStatus.RECEIVED) == 0;
    }
}
