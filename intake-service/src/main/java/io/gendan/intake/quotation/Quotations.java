package io.gendan.intake.quotation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

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

    /** Sent ones whose validity is over; each is taken by one replica only. */
    List<Quotation> runOut(Instant now, int limit) {
        return getEntityManager()
                .createQuery("from Quotation where status = :sent and expiresAt <= :now", Quotation.class)
                .setParameter("sent", QuotationStatus.SENT)
                .setParameter("now", now)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", -2)
                .getResultList();
    }
}
