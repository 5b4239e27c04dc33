package io.gendan.events.aftersales;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.gendan.events.DomainEvent;
import io.gendan.events.Topic;

/** Everything aftersales says about a ticket (requirements (c)), keyed by order. */
@Topic(value = "aftersales.tickets", classification = "confidential")
public sealed interface TicketEvent extends DomainEvent {
    /** @param acknowledgeDue end of the response clock (AFT-04, AFT-27) */
    @JsonTypeName("aftersales.ticket.opened.v1")
    record TicketOpened(
            UUID ticketId,
            UUID orderId,
            String number,
            String kind,
            String urgency,
            String channel,
            String openedBy,
            Instant acknowledgeDue,
            Instant occurredAt)
            implements TicketEvent {}

    @JsonTypeName("aftersales.ticket.acknowledged.v1")
    record TicketAcknowledged(UUID ticketId, UUID orderId, String acknowledgedBy, boolean inTime, Instant occurredAt)
            implements TicketEvent {}

    /** The response clock ran out before anybody acknowledged; it stays missed. */
    @JsonTypeName("aftersales.ticket.breached.v1")
    record TicketBreached(UUID ticketId, UUID orderId, Instant due, Instant occurredAt) implements TicketEvent {}

    /** @param causedBy the person who caused it (AFT-33) */
    @JsonTypeName("aftersales.complaint.well-founded.v1")
    record ComplaintWellFounded(UUID ticketId, UUID orderId, String causedBy, String investigatedBy, Instant occurredAt)
            implements TicketEvent {}

    /**
     * Somebody else has it in hand from now on (ORG-10).
     *
     * @param part {@link #KEEPER} who answers the customer, or {@link #HANDLER} who looks into a complaint for the
     *     department
     */
    @JsonTypeName("aftersales.ticket.reassigned.v1")
    record TicketReassigned(
            UUID ticketId,
            UUID orderId,
            String part,
            String former,
            String successor,
            String reassignedBy,
            Instant occurredAt)
            implements TicketEvent {
        public static final String KEEPER = "KEEPER";
        public static final String HANDLER = "HANDLER";
    }

    @JsonTypeName("aftersales.ticket.closed.v1")
    record TicketClosed(UUID ticketId, UUID orderId, String closedBy, Instant occurredAt) implements TicketEvent {}

    UUID ticketId();

    UUID orderId();

    @Override
    default UUID aggregateId() {
        return ticketId();
    }

    @Override
    default UUID key() {
        return orderId();
    }
}
