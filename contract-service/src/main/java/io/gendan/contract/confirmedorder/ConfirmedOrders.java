package io.gendan.contract.confirmedorder;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import io.gendan.core.inbox.Inbox;
import io.gendan.core.problem.Problem;
import io.gendan.events.Money;
import io.gendan.events.intake.OrderEvent;
import io.gendan.events.intake.OrderLine;
import io.smallrye.common.annotation.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The orders that were confirmed, as intake publishes them. */
@ApplicationScoped
public class ConfirmedOrders {
    /**
     * An order as it was confirmed last.
     *
     * @param withdrawn canceled or rejected since
     */
    public record Confirmed(
            UUID orderId,
            String number,
            UUID customerId,
            String profile,
            String unit,
            String orderTaker,
            List<OrderLine> lines,
            Money total,
            String deliveryPlace,
            LocalDate deliveryDate,
            String paymentTerms,
            boolean contractRequired,
            boolean withdrawn) {
        /** Refuses to go on with the contract of an order that is no more. */
        public void requireStanding() {
            if (withdrawn) throw new Problem.Unprocessable("order-withdrawn", Map.of("order", number));
        }
    }

    @Inject
    EntityManager entities;

    @Inject
    Inbox inbox;

    @Inject
    @Any
    Instance<OrderTakerFollower> followers;

    public Optional<Confirmed> find(UUID orderId) {
        return Optional.ofNullable(entities.find(ConfirmedOrder.class, orderId)).map(ConfirmedOrder::terms);
    }

    /** The same, held until the transaction ends: whoever draws up a contract for it is the only one. */
    public Optional<Confirmed> hold(UUID orderId) {
        return Optional.ofNullable(entities.find(ConfirmedOrder.class, orderId, LockModeType.PESSIMISTIC_WRITE))
                .map(ConfirmedOrder::terms);
    }

    @Incoming("intake-orders")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, OrderEvent.class, this::remember);
    }

    private void remember(OrderEvent event) {
        switch (event) {
            case OrderEvent.OrderConfirmed confirmed -> take(confirmed);
            case OrderEvent.OrderTakerChanged changed -> takenOver(changed);
            case OrderEvent.OrderCanceled canceled -> withdraw(canceled.orderId());
            case OrderEvent.OrderRejected rejected -> withdraw(rejected.orderId());
            case OrderEvent.OrderApproved _,
                    OrderEvent.OrderHandedOver _,
                    OrderEvent.OrderReturned _,
                    OrderEvent.OrderReviewFailed _,
                    OrderEvent.MerchandiserChanged _,
                    OrderEvent.OrderReleased _,
                    OrderEvent.OrderCorrected _,
                    OrderEvent.OrderCompleted _ -> {} // nothing that changes what was confirmed
        }
    }

    private void take(OrderEvent.OrderConfirmed confirmed) {
        ConfirmedOrder known = entities.find(ConfirmedOrder.class, confirmed.orderId());
        if (known == null) entities.persist(new ConfirmedOrder(confirmed));
        else known.become(confirmed);
    }

    /** What is not confirmed yet nobody knows here. */
    private void takenOver(OrderEvent.OrderTakerChanged changed) {
        ConfirmedOrder known = entities.find(ConfirmedOrder.class, changed.orderId());
        if (known == null) return;
        known.takenOverBy(changed.orderTaker());
        followers.forEach(follower -> follower.orderTakerChanged(changed));
    }

    private void withdraw(UUID orderId) {
        ConfirmedOrder known = entities.find(ConfirmedOrder.class, orderId);
        if (known != null) known.withdraw();
    }
}
