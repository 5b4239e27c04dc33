package io.gendan.fulfillment;

import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.inbox.Inbox;
import io.gendan.events.DomainEvent;
import io.gendan.events.intake.OrderEvent;
import io.gendan.fulfillment.plan.Plans;
import io.gendan.fulfillment.releasedorder.ReleasedOrders;
import io.gendan.fulfillment.timeline.Timelines;
import io.smallrye.common.annotation.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Where everything that is told about an order comes in. Each topic has one listener, for an event takes effect once in
 * a service: what it changes here and its entry in the timeline are one transaction.
 */
@ApplicationScoped
class EventListeners {
    @Inject
    Inbox inbox;

    @Inject
    ReleasedOrders orders;

    @Inject
    Plans plans;

    @Inject
    OrderPeople people;

    @Inject
    Timelines timelines;

    @Incoming("intake-orders")
    @Blocking
    void onOrder(ConsumerRecord<String, byte[]> message) {
        receive(message, OrderEvent.class, this::carryOut);
    }

    @Incoming("intake-inquiries")
    @Blocking
    void onInquiry(ConsumerRecord<String, byte[]> message) {
        enter(message);
    }

    @Incoming("intake-quotations")
    @Blocking
    void onQuotation(ConsumerRecord<String, byte[]> message) {
        enter(message);
    }

    @Incoming("contract-contracts")
    @Blocking
    void onContract(ConsumerRecord<String, byte[]> message) {
        enter(message);
    }

    @Incoming("contract-settlements")
    @Blocking
    void onSettlement(ConsumerRecord<String, byte[]> message) {
        enter(message);
    }

    @Incoming("fulfillment-plans")
    @Blocking
    void onPlan(ConsumerRecord<String, byte[]> message) {
        enter(message);
    }

    @Incoming("fulfillment-shipments")
    @Blocking
    void onShipment(ConsumerRecord<String, byte[]> message) {
        enter(message);
    }

    @Incoming("fulfillment-acceptances")
    @Blocking
    void onAcceptance(ConsumerRecord<String, byte[]> message) {
        enter(message);
    }

    @Incoming("aftersales-tickets")
    @Blocking
    void onTicket(ConsumerRecord<String, byte[]> message) {
        enter(message);
    }

    @Incoming("aftersales-visits")
    @Blocking
    void onVisit(ConsumerRecord<String, byte[]> message) {
        enter(message);
    }

    private void carryOut(OrderEvent event) {
        switch (event) {
            case OrderEvent.OrderReleased released -> orders.remember(released).ifPresent(plans::draftFor);
            case OrderEvent.OrderCanceled canceled ->
                orders.cancel(canceled).ifPresent(order -> plans.orderCanceled(order.id()));
            case OrderEvent.OrderTakerChanged changed -> people.changed(changed);
            case OrderEvent.MerchandiserChanged changed -> people.changed(changed);
            case OrderEvent.OrderConfirmed _,
                    OrderEvent.OrderApproved _,
                    OrderEvent.OrderHandedOver _,
                    OrderEvent.OrderReturned _,
                    OrderEvent.OrderRejected _,
                    OrderEvent.OrderReviewFailed _,
                    OrderEvent.OrderCorrected _,
                    OrderEvent.OrderCompleted _ -> {} // nothing to be carried out
        }
    }

    private void enter(ConsumerRecord<String, byte[]> message) {
        receive(message, DomainEvent.class, _ -> {});
    }

    private <E extends DomainEvent> void receive(
            ConsumerRecord<String, byte[]> message, Class<E> family, Consumer<E> effect) {
        inbox.receive(message, family, event -> {
            effect.accept(event);
            timelines.enter(message, event);
        });
    }
}
