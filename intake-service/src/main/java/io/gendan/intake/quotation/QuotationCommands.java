package io.gendan.intake.quotation;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.approval.Approvals;
import io.gendan.core.approval.Remark;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.reassignment.Reassign;
import io.gendan.intake.inquiry.Inquiries;
import io.gendan.rulebook.QuoteRules;
import io.gendan.rulebook.Scope;
import io.gendan.staff.Viewer;

@ApplicationScoped
@Transactional
class QuotationCommands {
    @Inject
    Quotations quotations;

    @Inject
    Inquiries inquiries;

    @Inject
    Acts acts;

    @Inject
    Calendars calendars;

    @Inject
    Viewer viewer;

    @Inject
    Approvals approvals;

    @Inject
    QuotationKeepers keepers;

    Quotation draft(UUID inquiryId, Offer offer) {
        var act = acts.ofCaller();
        String number = "Q-%d-%06d".formatted(calendars.today().getYear(), quotations.nextNumber());
        var quotation = quotations.add(new Quotation(number, 1, inquiries.forQuotation(inquiryId), offer, act), act);
        inquiries.drafted(inquiryId, act);
        return quotation;
    }

    Quotation redraft(UUID id, Offer offer) {
        var act = acts.ofCaller();
        Quotation redrafted =
                quotations.adjust(id, act, "intake.quotation.redrafted", quotation -> quotation.redraft(offer, act));
        approvals.contentChanged(id, redrafted.checksum(), act);
        return redrafted;
    }

    Quotation submit(UUID id) {
        var act = acts.ofCaller();
        Quotation submitted =
                quotations.adjust(id, act, "intake.quotation.submitted", quotation -> quotation.submit(act));
        approvals.open(submitted.submission(act), act);
        return submitted;
    }

    /** @param seen checksum of what was read; null for the content as it stands */
    Quotation returnWith(UUID id, String seen, String remarks) {
        Quotation returned = quotations.requested(id);
        approvals.giveBack(id, seen, Remark.onTheWhole(remarks), acts.ofCaller());
        return returned;
    }

    /** @param seen as above */
    Quotation approve(UUID id, String seen) {
        Quotation approved = quotations.requested(id);
        approvals.approve(id, seen, acts.ofCaller());
        return approved;
    }

    Quotation send(UUID id) {
        var act = acts.ofCaller();
        Quotation sent = quotations.change(id, act, quotation -> quotation.send(expiry(quotation.scope(), act), act));
        inquiries.quoted(sent.inquiryId(), id, act);
        return sent;
    }

    Quotation accept(UUID id, String evidence) {
        var act = acts.ofCaller();
        viewer.mayRead(quotations.get(id));
        Quotation accepted = quotations.change(id, act, quotation -> quotation.accept(evidence, act));
        inquiries.won(accepted.inquiryId(), id, act);
        return accepted;
    }

    Quotation decline(UUID id, String reason, String evidence) {
        var act = acts.ofCaller();
        viewer.mayRead(quotations.get(id));
        Quotation declined = quotations.change(id, act, quotation -> quotation.decline(reason, evidence, act));
        inquiries.lost(declined.inquiryId(), reason, act);
        return declined;
    }

    Quotation askForRevision(UUID id, String wishes) {
        var act = acts.ofCaller();
        viewer.mayRead(quotations.get(id));
        return quotations.adjust(
                id, act, "intake.quotation.revision-wanted", quotation -> quotation.reviseFor(wishes, act));
    }

    Quotation reassign(UUID id, Reassign request) {
        viewer.mayRead(quotations.get(id));
        return keepers.reassign(id, request, acts.ofCaller());
    }

    Quotation revise(UUID id, Offer offer) {
        var act = acts.ofCaller();
        Quotation old = quotations.change(id, act, quotation -> quotation.supersede(act));
        return quotations.add(old.nextRevision(offer, act), act);
    }

    private Instant expiry(Scope scope, Act act) {
        return calendars.after(
                act.at(), act.rule(QuoteRules.VALIDITY, scope).parameters().time(), scope);
    }
}
