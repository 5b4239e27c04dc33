package io.gendan.intake.order;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.approval.Approvable;
import io.gendan.core.approval.Decider;
import io.gendan.core.approval.Remark;
import io.gendan.staff.Viewer;

/** An order beyond its taker's authority is confirmed by the nearest superior whose authority covers it (INT-18). */
@ApplicationScoped
class OrderApproval extends Approvable {
    @Inject
    Orders orders;

    @Inject
    Viewer viewer;

    @Override
    public String recordType() {
        return "order";
    }

    @Override
    protected boolean mayRead(UUID recordId) {
        return viewer.reads(orders.get(recordId));
    }

    @Override
    protected void requireNoOtherPart(UUID recordId, String step, Decider decider, Act act) {
        OrderTaking.requireNotByOrderTaker(orders.get(recordId), decider, act);
    }

    @Override
    protected void requireOffice(UUID recordId, String step, Decider decider, Act act) {
        OrderTaking.requireWithinLimit(orders.get(recordId), decider, act);
    }

    @Override
    protected void approved(UUID recordId, Decider last, Act act) {
        Order approved = orders.change(recordId, act, order -> order.approve(last.by(), act));
        orders.alsoTell(approved.confirmed(act));
    }

    @Override
    protected void returned(UUID recordId, List<Remark> remarks, Act act) {
        orders.adjust(recordId, act, "intake.order.disapproved", order -> order.disapprove(Remark.text(remarks), act));
    }

    @Override
    protected void withdrawn(UUID recordId, Act act) {
        orders.adjust(recordId, act, "intake.order.approval-withdrawn", order -> order.disapprove(null, act));
    }
}
