package io.gendan.intake.order;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.store.Aggregates;
import io.gendan.events.intake.OrderEvent;

@ApplicationScoped
class Orders extends Aggregates<Order, OrderEvent> {
    Orders() {
        super("order");
    }
}
