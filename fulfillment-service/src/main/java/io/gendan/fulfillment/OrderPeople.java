package io.gendan.fulfillment;

import java.util.ArrayList;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import io.gendan.core.act.Acts;
import io.gendan.core.reassignment.Reassignments;
import io.gendan.events.intake.OrderEvent.MerchandiserChanged;
import io.gendan.events.intake.OrderEvent.OrderTakerChanged;
import io.gendan.fulfillment.plan.GoesAlong;
import io.gendan.fulfillment.plan.Plans;
import io.gendan.fulfillment.releasedorder.ReleasedOrders;
import io.gendan.fulfillment.shipment.Shipments;

/** Order taker and merchandiser are intake's to change; what is carried out here follows (ORG-10). */
@ApplicationScoped
class OrderPeople {
    @Inject
    ReleasedOrders orders;

    @Inject
    Plans plans;

    @Inject
    Shipments shipments;

    @Inject
    @Any
    Instance<GoesAlong> further;

    @Inject
    Reassignments reassignments;

    @Inject
    Acts acts;

    /** Of an order that is not released yet nothing is known; its release names whoever it is by then. */
    void changed(OrderTakerChanged changed) {
        if (!orders.takenOver(changed.orderId(), changed.orderTaker())) return;
        shipments.orderTakenBy(changed.orderId(), changed.orderTaker(), acts.ofSystem());
    }

    void changed(MerchandiserChanged changed) {
        UUID order = changed.orderId();
        if (!orders.followed(order, changed.merchandiser())) return;
        var act = acts.ofSystem();
        var along = new ArrayList<>(plans.followedBy(order, changed.former(), changed.merchandiser(), act));
        shipments.followedBy(order, changed.merchandiser(), act);
        for (GoesAlong records : further)
            along.addAll(records.goAlong(order, changed.former(), changed.merchandiser(), act));
        reassignments.moveAlong(along, changed.former(), changed.merchandiser(), act);
    }
}
