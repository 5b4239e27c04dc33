package io.gendan.fulfillment.timeline;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Page;
import io.gendan.events.DomainEvent;
import io.gendan.events.intake.OrderEvent.OrderConfirmed;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One line per order through all services (FUL-59), written from what they tell. Events of the inquiry and the quotation
 * are kept under their own ids until an order names them, before or after.
 */
@ApplicationScoped
public class Timelines {
    private static final UUID NONE = new UUID(0, 0);

    @Inject
    EntityManager entities;

    @Inject
    ObjectMapper mapper;

    /** Enters the event under its own id, in the caller's transaction. */
    public void enter(ConsumerRecord<String, byte[]> message, DomainEvent event) {
        UUID eventId =
                UUID.fromString(new String(message.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8));
        if (entities.find(TimelineEntry.class, eventId) != null) return;
        entities.persist(new TimelineEntry(eventId, event, mapper.valueToTree(event)));
        if (event instanceof OrderConfirmed confirmed) remember(confirmed);
    }

    Optional<OrderOrigin> origin(UUID orderId) {
        return Optional.ofNullable(entities.find(OrderOrigin.class, orderId));
    }

    /** Oldest first. */
    Page<TimelineEntry> of(UUID orderId, OrderOrigin origin, boolean forCustomer, Page.Request page) {
        var conditions = new StringBuilder("(orderId = :order or inquiryId = :inquiry or quotationId = :quotation)");
        if (forCustomer) conditions.append(" and type not in :internal");
        if (page.after != null) conditions.append(" and (at > :at or (at = :at and seq > :seq))");
        TypedQuery<TimelineEntry> query = entities.createQuery(
                        "from TimelineEntry where " + conditions + " order by at, seq", TimelineEntry.class)
                .setParameter("order", orderId)
                .setParameter("inquiry", orNone(origin.inquiryId()))
                .setParameter("quotation", orNone(origin.quotationId()));
        if (forCustomer) query.setParameter("internal", EventDetails.INTERNAL_TYPES);
        if (page.after != null) {
            var last = Optional.ofNullable(entities.find(TimelineEntry.class, page.after))
                    .orElseThrow(() -> Problem.Invalid.field("after", "does-not-exist"));
            Map.of("at", last.at(), "seq", last.seq()).forEach(query::setParameter);
        }
        return Page.of(query.setMaxResults(page.limit + 1).getResultList(), page.limit, TimelineEntry::eventId);
    }

    private void remember(OrderConfirmed confirmed) {
        var known = entities.find(OrderOrigin.class, confirmed.orderId());
        if (known == null) entities.persist(new OrderOrigin(confirmed));
        else known.become(confirmed);
    }

    private static UUID orNone(UUID id) {
        return id == null ? NONE : id;
    }
}
