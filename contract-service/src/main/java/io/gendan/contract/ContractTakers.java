package io.gendan.contract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.contract.confirmedorder.OrderTakerFollower;
import io.gendan.core.act.Acts;
import io.gendan.events.intake.OrderEvent.OrderTakerChanged;

/**
 * A contract is seen by the order taker of its order, and signed off by his superiors: from now on, by those of whoever took
 * over. Whoever has been asked already stays asked.
 */
@ApplicationScoped
class ContractTakers implements OrderTakerFollower {
    @Inject
    Contracts contracts;

    @Inject
    Acts acts;

    @Override
    public void orderTakerChanged(OrderTakerChanged changed) {
        var act = acts.ofSystem();
        for (Contract contract : contracts.list("orderId", changed.orderId()))
            contracts.adjust(
                    contract.id(),
                    act,
                    "contract.contract.order-taker-changed",
                    of -> of.orderTakenBy(changed.orderTaker()));
    }
}
