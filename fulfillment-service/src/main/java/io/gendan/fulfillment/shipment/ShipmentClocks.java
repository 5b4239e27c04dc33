package io.gendan.fulfillment.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.clock.Timed;
import io.gendan.fulfillment.releasedorder.ReleasedOrders;

/** Shipments that have not left though the promised day is near, and receipts nobody confirms (FUL-25, FUL-30). */
@ApplicationScoped
class ShipmentClocks implements Timed<Shipment> {
    @Inject
    Shipments shipments;

    @Inject
    ShipmentCommands commands;

    @Inject
    ReleasedOrders orders;

    @Override
    public Class<Shipment> kind() {
        return Shipment.class;
    }

    @Override
    public String moment() {
        return "watchAt";
    }

    @Override
    public void strike(Shipment shipment, Act act) {
        if (shipment.isToLeave() && orders.isCanceled(shipment.orderId())) {
            shipments.adjust(shipment.id(), act, "fulfillment.shipment.no-longer-awaited", Shipment::awaitNoLonger);
            return;
        }
        var nextChase = commands.nextChase(shipment, act);
        shipments.adjust(
                shipment.id(), act, "fulfillment.shipment.clock-struck", struck -> struck.strike(nextChase, act)
                        .ifPresent(shipments::alsoTell));
    }
}
