package io.gendan.intake.quotation;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregates;
import io.gendan.events.Money;
import io.gendan.events.intake.OrderLine;
import io.gendan.events.intake.QuotationEvent;

@ApplicationScoped
public class Quotations extends Aggregates<Quotation, QuotationEvent> {
    /** An accepted quotation, as far as the order takes it over. */
    public record ForOrder(
            UUID quotationId,
            UUID inquiryId,
            UUID customerId,
            String profile,
            String unit,
            List<OrderLine> lines,
            Money total) {}

    Quotations() {
        super("quotation");
    }

    public ForOrder forOrder(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> Problem.Invalid.field("quotationId", "does-not-exist"))
                .forOrder();
    }
}
