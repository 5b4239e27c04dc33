package io.gendan.performance.facts;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.inbox.Inbox;
import io.gendan.events.DomainEvent;
import io.gendan.events.aftersales.TicketEvent;
import io.gendan.events.aftersales.VisitEvent;
import io.gendan.events.fulfillment.AcceptanceEvent;
import io.gendan.events.fulfillment.PlanEvent;
import io.gendan.events.fulfillment.ShipmentEvent;
import io.gendan.events.intake.InquiryEvent;
import io.gendan.events.intake.OrderEvent;
import io.gendan.performance.facts.Facts.About;
import io.smallrye.common.annotation.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import static io.gendan.performance.facts.FactKind.ACCEPTANCE_INVITED;
import static io.gendan.performance.facts.FactKind.COMPLAINT_WELL_FOUNDED;
import static io.gendan.performance.facts.FactKind.FOLLOWED_ORDER_COMPLETED;
import static io.gendan.performance.facts.FactKind.INQUIRY_ANSWERED;
import static io.gendan.performance.facts.FactKind.INSPECTION_RECORDED;
import static io.gendan.performance.facts.FactKind.MILESTONE_REACHED;
import static io.gendan.performance.facts.FactKind.ORDER_COMPLETED;
import static io.gendan.performance.facts.FactKind.ORDER_CONFIRMED;
import static io.gendan.performance.facts.FactKind.ORDER_FOLLOWED;
import static io.gendan.performance.facts.FactKind.ORDER_RELEASED;
import static io.gendan.performance.facts.FactKind.ORDER_TAKER_ERROR;
import static io.gendan.performance.facts.FactKind.OTHER_ERROR;
import static io.gendan.performance.facts.FactKind.SHIPMENT_RECEIVED;
import static io.gendan.performance.facts.FactKind.TICKET_ACKNOWLEDGED;
import static io.gendan.performance.facts.FactKind.TICKET_CLOSED;
import static io.gendan.performance.facts.FactKind.VISIT_MADE;
import static io.gendan.performance.facts.FactKind.VISIT_RATED;

/**
 * Writes down what the other services tell of people's work. Each fact stands on its own event alone, so that it does
 * not matter in which order the topics arrive.
 */
@ApplicationScoped
class FactListener {
    @Inject
    Inbox inbox;

    @Inject
    Facts facts;

    @Incoming("intake-orders")
    @Blocking
    void onOrder(ConsumerRecord<String, byte[]> message) {
        receive(message, OrderEvent.class, this::order);
    }

    @Incoming("intake-inquiries")
    @Blocking
    void onInquiry(ConsumerRecord<String, byte[]> message) {
        receive(message, InquiryEvent.class, this::inquiry);
    }

    @Incoming("fulfillment-plans")
    @Blocking
    void onPlan(ConsumerRecord<String, byte[]> message) {
        receive(message, PlanEvent.class, this::plan);
    }

    @Incoming("fulfillment-shipments")
    @Blocking
    void onShipment(ConsumerRecord<String, byte[]> message) {
        receive(message, ShipmentEvent.class, this::shipment);
    }

    @Incoming("fulfillment-acceptances")
    @Blocking
    void onAcceptance(ConsumerRecord<String, byte[]> message) {
        receive(message, AcceptanceEvent.class, this::acceptance);
    }

    @Incoming("aftersales-tickets")
    @Blocking
    void onTicket(ConsumerRecord<String, byte[]> message) {
        receive(message, TicketEvent.class, this::ticket);
    }

    @Incoming("aftersales-visits")
    @Blocking
    void onVisit(ConsumerRecord<String, byte[]> message) {
        receive(message, VisitEvent.class, this::visit);
    }

    private void order(UUID id, OrderEvent event) {
        var about = About.order(event.orderId(), event.occurredAt());
        switch (event) {
            case OrderEvent.OrderConfirmed confirmed ->
                facts.add(id, ORDER_CONFIRMED, confirmed.orderTaker(), about, null, true);
            case OrderEvent.OrderReleased released -> {
                facts.add(id, ORDER_RELEASED, released.orderTaker(), about, null, true);
                facts.add(id, ORDER_FOLLOWED, released.merchandiser(), about, null, true);
            }
            case OrderEvent.OrderCorrected corrected ->
                facts.add(
                        id,
                        corrected.cause().equals("ORDER_TAKER") ? ORDER_TAKER_ERROR : OTHER_ERROR,
                        corrected.attributedTo(),
                        about,
                        null,
                        false);
            case OrderEvent.OrderCompleted completed -> {
                facts.add(id, ORDER_COMPLETED, completed.orderTaker(), about, null, true);
                facts.add(id, FOLLOWED_ORDER_COMPLETED, completed.merchandiser(), about, null, true);
            }
            case OrderEvent.OrderApproved _,
                    OrderEvent.OrderHandedOver _,
                    OrderEvent.OrderReturned _,
                    OrderEvent.OrderRejected _,
                    OrderEvent.OrderReviewFailed _,
                    OrderEvent.OrderTakerChanged _,
                    OrderEvent.MerchandiserChanged _,
                    OrderEvent.OrderCanceled _ -> {} // counted for nobody
        }
    }

    private void inquiry(UUID id, InquiryEvent event) {
        switch (event) {
            case InquiryEvent.InquiryAnswered answered ->
                facts.add(
                        id,
                        INQUIRY_ANSWERED,
                        answered.answeredBy(),
                        new About("inquiry", answered.inquiryId(), answered.occurredAt()),
                        null,
                        answered.inTime());
            case InquiryEvent.InquiryReceived _,
                    InquiryEvent.InquiryQuoted _,
                    InquiryEvent.InquiryWon _,
                    InquiryEvent.InquiryLost _ -> {} // counted for nobody
        }
    }

    private void plan(UUID id, PlanEvent event) {
        var about = About.order(event.orderId(), event.occurredAt());
        switch (event) {
            case PlanEvent.MilestoneReached reached ->
                facts.add(
                        id,
                        MILESTONE_REACHED,
                        reached.responsible(),
                        about,
                        BigDecimal.valueOf(reached.daysLate()),
                        reached.daysLate() == 0);
            case PlanEvent.InspectionRecorded recorded ->
                facts.add(id, INSPECTION_RECORDED, recorded.inspector(), about, null, recorded.passed());
            case PlanEvent.PlanConfirmed _,
                    PlanEvent.PlanOwnerChanged _,
                    PlanEvent.PlanStarted _,
                    PlanEvent.PlanAtRisk _,
                    PlanEvent.PlanLate _,
                    PlanEvent.MilestoneOverdue _,
                    PlanEvent.PlanProduced _,
                    PlanEvent.PlanClosed _ -> {} // counted for nobody
        }
    }

    private void shipment(UUID id, ShipmentEvent event) {
        switch (event) {
            case ShipmentEvent.ShipmentReceived received -> {
                var about = About.order(received.orderId(), received.occurredAt());
                var daysLate = BigDecimal.valueOf(received.daysLate());
                boolean inTime = received.daysLate() == 0;
                facts.add(id, SHIPMENT_RECEIVED, received.orderTaker(), about, daysLate, inTime);
                facts.add(id, SHIPMENT_RECEIVED, received.merchandiser(), about, daysLate, inTime);
            }
            case ShipmentEvent.ShipmentDispatched _,
                    ShipmentEvent.ShipmentDelayExpected _,
                    ShipmentEvent.ShipmentArrived _,
                    ShipmentEvent.ReceiptChased _ -> {} // under way
        }
    }

    private void acceptance(UUID id, AcceptanceEvent event) {
        switch (event) {
            case AcceptanceEvent.AcceptanceInvited invited ->
                facts.add(
                        id,
                        ACCEPTANCE_INVITED,
                        invited.invitedBy(),
                        About.order(invited.orderId(), invited.occurredAt()),
                        null,
                        true);
            case AcceptanceEvent.RectificationRequested _,
                    AcceptanceEvent.AcceptancePassed _ -> {} // the customer's acts
        }
    }

    private void ticket(UUID id, TicketEvent event) {
        var about = new About("ticket", event.ticketId(), event.occurredAt());
        switch (event) {
            case TicketEvent.TicketAcknowledged acknowledged ->
                facts.add(id, TICKET_ACKNOWLEDGED, acknowledged.acknowledgedBy(), about, null, acknowledged.inTime());
            case TicketEvent.ComplaintWellFounded complaint ->
                facts.add(id, COMPLAINT_WELL_FOUNDED, complaint.causedBy(), about, null, false);
            case TicketEvent.TicketClosed closed -> facts.add(id, TICKET_CLOSED, closed.closedBy(), about, null, true);
            case TicketEvent.TicketOpened _,
                    TicketEvent.TicketBreached _,
                    TicketEvent.TicketReassigned _ -> {} // counted for nobody
        }
    }

    private void visit(UUID id, VisitEvent event) {
        switch (event) {
            case VisitEvent.VisitDone done -> {
                var about = About.order(done.orderId(), done.occurredAt());
                var rating = BigDecimal.valueOf(done.rating());
                facts.add(id, VISIT_MADE, done.visitedBy(), about, null, done.inTime());
                facts.add(id, VISIT_RATED, done.orderTaker(), about, rating, true);
                facts.add(id, VISIT_RATED, done.merchandiser(), about, rating, true);
            }
            case VisitEvent.VisitDue _ -> {} // not made yet
        }
    }

    private <E extends DomainEvent> void receive(
            ConsumerRecord<String, byte[]> message, Class<E> family, BiConsumer<UUID, E> handler) {
        inbox.receive(message, family, event -> handler.accept(id(message), event));
    }

    private static UUID id(ConsumerRecord<String, byte[]> message) {
        Header id = message.headers().lastHeader("ce_id"); // the inbox takes in no message without
        return UUID.fromString(new String(id.value(), StandardCharsets.UTF_8));
    }
}
