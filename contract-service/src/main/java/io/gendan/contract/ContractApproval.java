package io.gendan.contract;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.contract.confirmedorder.ConfirmedOrders;
import io.gendan.contract.confirmedorder.ConfirmedOrders.Confirmed;
import io.gendan.core.act.Act;
import io.gendan.core.approval.Approvable;
import io.gendan.core.approval.Approvals;
import io.gendan.core.approval.Decider;
import io.gendan.core.approval.Remark;

/** Legal reviews a contract, then head and leader sign off, each another person than the rest (CON-06, CON-08, CON-09). */
@ApplicationScoped
class ContractApproval extends Approvable {
    @Inject
    Contracts contracts;

    @Inject
    ConfirmedOrders orders;

    @Inject
    Approvals approvals;

    @Inject
    Viewer viewer;

    @Override
    public String recordType() {
        return "contract";
    }

    @Override
    protected boolean mayRead(UUID recordId) {
        return viewer.reads(contracts.get(recordId));
    }

    @Override
    protected void requireNoOtherPart(UUID recordId, String step, Decider decider, Act act) {
        var given = GivenApprovals.of(approvals.agreed(recordId));
        contracts.get(recordId).requireNoOtherPart(ApprovalStep.valueOf(step), decider, given, act);
    }

    @Override
    protected void requireOffice(UUID recordId, String step, Decider decider, Act act) {
        contracts.get(recordId).requireOffice(ApprovalStep.valueOf(step), decider, act);
    }

    @Override
    protected void advanced(UUID recordId, String nextStep, Act act) {
        requireStanding(recordId);
        contracts.adjust(
                recordId,
                act,
                "contract.contract.signed-off",
                contract -> contract.waitFor(ApprovalStep.valueOf(nextStep)));
    }

    @Override
    protected void approved(UUID recordId, Decider last, Act act) {
        requireStanding(recordId);
        contracts.change(recordId, act, contract -> contract.approve(last.by(), act));
    }

    @Override
    protected void returned(UUID recordId, List<Remark> remarks, Act act) {
        contracts.change(recordId, act, contract -> contract.sendBack(Remark.text(remarks), act));
    }

    @Override
    protected void withdrawn(UUID recordId, Act act) {
        contracts.adjust(recordId, act, "contract.contract.withdrawn", Contract::toDraft);
    }

    /** Whichever way the decision came: what was ordered may have been canceled meanwhile. */
    private void requireStanding(UUID recordId) {
        orders.find(contracts.get(recordId).orderId()).ifPresent(Confirmed::requireStanding);
    }
}
