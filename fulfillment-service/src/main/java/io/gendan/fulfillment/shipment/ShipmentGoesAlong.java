package io.gendan.fulfillment.shipment;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.fulfillment.plan.GoesAlong;

/** Nobody has a part of his own in a shipment; what waits for somebody on it goes along. */
@ApplicationScoped
class ShipmentGoesAlong implements GoesAlong {
    @Inject
    Shipments shipments;

    @Override
    public List<UUID> goAlong(UUID orderId, String former, String successor, Act act) {
        return shipments.underWay(orderId).stream().map(Shipment::id).toList();
    }
}
