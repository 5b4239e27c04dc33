package io.gendan.intake.order;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.reassignment.Responsibility;
import io.gendan.core.reassignment.Succession;
import io.gendan.core.security.Roles;
import io.gendan.core.store.RecordRef;
import io.gendan.rulebook.Scope;

/** Who follows an order, from the moment it is handed in to him. The other services hear of his successor. */
@ApplicationScoped
class OrderMerchandisers extends Responsibility<Order> {
    @Inject
    Orders orders;

    @Override
    protected String part() {
        return "merchandiser";
    }

    @Override
    protected Orders records() {
        return orders;
    }

    @Override
    protected String holder(Order order) {
        return order.merchandiser();
    }

    @Override
    protected Scope scope(Order order) {
        return order.scope();
    }

    @Override
    protected RecordRef ref(Order order) {
        return order.ref();
    }

    @Override
    protected Set<String> roles(Order order) {
        return Set.of(Roles.MERCH);
    }

    @Override
    protected String open() {
        return "merchandiser = :person and status in (CONFIRMED, HANDED_OVER, REVIEW_FAILED, RELEASED)";
    }

    @Override
    protected void hand(Order order, Succession succession, Act act) {
        orders.change(order.id(), act, followed -> followed.followedBy(succession.successor(), act));
    }
}
