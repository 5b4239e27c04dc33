package io.gendan.contract.confirmedorder;

import io.gendan.events.intake.OrderEvent.OrderTakerChanged;

/** Beans of this type keep the order taker of an order, and are told in the transaction that learned of another one. */
public interface OrderTakerFollower {
    void orderTakerChanged(OrderTakerChanged changed);
}
