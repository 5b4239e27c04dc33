package io.gendan.intake.inquiry;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.act.Act;
import io.gendan.core.store.Aggregates;
import io.gendan.events.intake.InquiryEvent;

@ApplicationScoped
public class Inquiries extends Aggregates<Inquiry, InquiryEvent> {
    /** An inquiry that may be quoted, as far as the quotation carries it on. */
    public record ForQuotation(UUID inquiryId, UUID customerId, String profile, String unit) {}

    Inquiries() {
        super("inquiry");
    }

    public ForQuotation forQuotation(UUID id) {
        return get(id).forQuotation();
    }

    public void quoted(UUID id, UUID quotationId, Act act) {
        change(id, act, inquiry -> inquiry.quoted(quotationId, act));
    }

    public void won(UUID id, UUID quotationId, Act act) {
        change(id, act, inquiry -> inquiry.won(quotationId, act));
    }

    public void lost(UUID id, String reason, Act act) {
        change(id, act, inquiry -> inquiry.lost(reason, act));
    }
}
