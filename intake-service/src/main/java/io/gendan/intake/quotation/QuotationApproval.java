package io.gendan.intake.quotation;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.approval.Approvable;
import io.gendan.core.approval.Decider;
import io.gendan.core.approval.Remark;
import io.gendan.staff.Viewer;

/** The head of the author's department signs a quotation, and the level above him a low margin as well (QUO-15, QUO-16). */
@ApplicationScoped
class QuotationApproval extends Approvable {
    @Inject
    Quotations quotations;

    @Inject
    Viewer viewer;

    @Override
    public String recordType() {
        return "quotation";
    }

    @Override
    protected boolean mayRead(UUID recordId) {
        return viewer.reads(quotations.get(recordId));
    }

    @Override
    protected void requireNoOtherPart(UUID recordId, String step, Decider decider, Act act) {
        quotations.get(recordId).requireOthersThanAuthor(decider, act);
    }

    @Override
    protected void approved(UUID recordId, Decider last, Act act) {
        quotations.change(recordId, act, quotation -> quotation.approve(last, act));
    }

    @Override
    protected void returned(UUID recordId, List<Remark> remarks, Act act) {
        quotations.adjust(
                recordId,
                act,
                "intake.quotation.returned",
                quotation -> quotation.returnWith(Remark.text(remarks), act));
    }

    @Override
    protected void withdrawn(UUID recordId, Act act) {
        quotations.adjust(recordId, act, "intake.quotation.withdrawn", quotation -> quotation.withdraw(act));
    }
}
