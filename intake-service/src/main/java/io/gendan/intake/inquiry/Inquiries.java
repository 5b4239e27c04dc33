package io.gendan.intake.inquiry;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.deadline.Deadlines;
import io.gendan.core.store.Aggregates;
import io.gendan.events.intake.InquiryEvent;

@ApplicationScoped
public class Inquiries extends Aggregates<Inquiry, InquiryEvent> {
    /** An inquiry that may be quoted, as far as the quotation carries it on. */
    public record ForQuotation(UUID inquiryId, UUID customerId, String profile, String unit) {}

    @Inject
    Deadlines deadlines;

    Inquiries() {
        super("inquiry");
    }

    public ForQuotation forQuotation(UUID id) {
        return get(id).forQuotation();
    }

    /** Whoever drafts a quotation has the inquiry in hand, whether or not somebody said that it was handed over (QUO-02). */
    public void drafted(UUID id, Act act) {
        if (!get(id).awaitsHandOver()) return;
        follow(get(id), act, "intake.inquiry.handed-over", inquiry -> inquiry.handOver(act.by(), act));
        deadlines.meet(id, Inquiry.HAND_OVER, act);
    }

    public void quoted(UUID id, UUID quotationId, Act act) {
        change(id, act, inquiry -> inquiry.quoted(quotationId, act));
        deadlines.meet(id, Inquiry.FIRST_RESPONSE, act);
    }

    public void won(UUID id, UUID quotationId, Act act) {
        change(id, act, inquiry -> inquiry.won(quotationId, act));
    }

    public void lost(UUID id, String reason, Act act) {
        change(id, act, inquiry -> inquiry.lost(reason, act));
    }
}
