package io.gendan.aftersales;

import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.aftersales.knownorder.KnownOrders;
import io.gendan.aftersales.knownorder.OrderFacts;
import io.gendan.aftersales.ticket.Tickets;
import io.gendan.aftersales.visit.VisitCalendar;
import io.gendan.core.act.Acts;
import io.gendan.core.inbox.Inbox;
import io.gendan.events.intake.OrderEvent;
import io.smallrye.common.annotation.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What intake reports of orders: a ticket may name a confirmed one, a completed one is visited (AFT-42). */
@ApplicationScoped
class OrderNews {
    @Inject
    KnownOrders orders;

    @Inject
    VisitCalendar visits;

    @Inject
    Tickets tickets;

    @Inject
    Acts acts;

    @Inject
    Inbox inbox;

    @Incoming("intake-orders")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, OrderEvent.class, this::handle);
    }

    private void handle(OrderEvent event) {
        switch (event) {
            case OrderEvent.OrderConfirmed e ->
                orders.remember(new OrderFacts(
                        e.orderId(), e.number(), e.customerId(), e.profile(), e.unit(), e.orderTaker(), null));
            case OrderEvent.OrderHandedOver e -> orders.followedBy(e.orderId(), e.merchandiser());
            case OrderEvent.OrderTakerChanged e -> {
                orders.takenBy(e.orderId(), e.orderTaker());
                openRecords(e.orderId(), facts -> facts.takenBy(e.orderTaker()));
            }
            case OrderEvent.MerchandiserChanged e -> {
                orders.followedBy(e.orderId(), e.merchandiser());
                openRecords(e.orderId(), facts -> facts.followedBy(e.merchandiser()));
            }
            case OrderEvent.OrderReleased e ->
                orders.remember(new OrderFacts(
                        e.orderId(),
                        e.number(),
                        e.customerId(),
                        e.profile(),
                        e.unit(),
                        e.orderTaker(),
                        e.merchandiser()));
            case OrderEvent.OrderCompleted e -> completed(e);
            case OrderEvent.OrderApproved _,
                    OrderEvent.OrderReturned _,
                    OrderEvent.OrderRejected _,
                    OrderEvent.OrderReviewFailed _,
                    OrderEvent.OrderCorrected _,
                    OrderEvent.OrderCanceled _ -> {} // tickets on it may remain to be answered
        }
    }

    /** What is closed keeps the names it was closed with. */
    private void openRecords(UUID order, UnaryOperator<OrderFacts> change) {
        var act = acts.ofSystem();
        tickets.orderChanged(order, change, act);
        visits.orderChanged(order, change, act);
    }

    private void completed(OrderEvent.OrderCompleted e) {
        var order = new OrderFacts(
                e.orderId(), e.number(), e.customerId(), e.profile(), e.unit(), e.orderTaker(), e.merchandiser());
        if (orders.completed(order, e.occurredAt())) visits.dueAfterCompletion(order, e.occurredAt());
    }
}
