package io.gendan.intake.order;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.approval.Approvals;
import io.gendan.core.reassignment.Responsibility;
import io.gendan.core.reassignment.Succession;
import io.gendan.core.security.Roles;
import io.gendan.core.store.RecordRef;
import io.gendan.rulebook.Scope;
import io.gendan.staff.Staff;

/** Who answers for an order towards the customer. An approval that is under way asks the successor's superiors anew. */
@ApplicationScoped
class OrderTakers extends Responsibility<Order> {
    @Inject
    Orders orders;

    @Inject
    Staff staff;

    @Inject
    Approvals approvals;

    @Override
    protected String part() {
        return "order-taker";
    }

    @Override
    protected Orders records() {
        return orders;
    }

    @Override
    protected String holder(Order order) {
        return order.orderTaker();
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
        return Set.of(Roles.SALES, Roles.LIAISON, Roles.GUIDE);
    }

    @Override
    protected String open() {
        return "orderTaker = :person and status not in (COMPLETED, REJECTED, CANCELED, CLOSED)";
    }

    @Override
    protected void hand(Order order, Succession succession, Act act) {
        var successor = staff.orderTaker(succession.successor());
        orders.change(order.id(), act, taken -> taken.takenOverBy(successor, act));
        if (order.status() == OrderStatus.PENDING_APPROVAL) approvals.askAnew(OrderTaking.submission(order, act), act);
    }
}
