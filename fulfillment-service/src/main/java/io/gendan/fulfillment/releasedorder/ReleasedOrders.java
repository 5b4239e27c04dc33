package io.gendan.fulfillment.releasedorder;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.gendan.core.problem.Problem;
import io.gendan.events.intake.OrderEvent.OrderCanceled;
import io.gendan.events.intake.OrderEvent.OrderReleased;
import io.gendan.rulebook.Scope;

/** The orders that intake released to be carried out. */
@ApplicationScoped
public class ReleasedOrders {
    public record Item(String description, BigDecimal quantity, String unit) {}

    /**
     * An order as it was released.
     *
     * @param deliveryDate what the customer was promised (FUL-60)
     */
    public record Order(
            UUID id,
            String number,
            UUID customerId,
            String profile,
            String unit,
            String orderTaker,
            String merchandiser,
            List<Item> lines,
            String deliveryPlace,
            LocalDate deliveryDate,
            Instant releasedAt,
            boolean canceled) {
        public Scope scope() {
            return Scope.of(profile, unit);
        }
    }

    @Inject
    EntityManager entities;

    public Optional<Order> find(UUID id) {
        return Optional.ofNullable(entities.find(ReleasedOrder.class, id)).map(ReleasedOrder::order);
    }

    public boolean isCanceled(UUID id) {
        return find(id).filter(Order::canceled).isPresent();
    }

    /** The order a request names, which has to be one that is still to be carried out. */
    public Order toCarryOut(UUID id, String field) {
        Order order = find(id).orElseThrow(() -> Problem.Invalid.field(field, "does-not-exist"));
        if (order.canceled()) throw new Problem.Unprocessable("order-canceled", Map.of("number", order.number()));
        return order;
    }

    /** Keeps the order, or nothing where it is known already. */
    public Optional<Order> remember(OrderReleased released) {
        if (entities.find(ReleasedOrder.class, released.orderId()) != null) return Optional.empty();
        var order = new ReleasedOrder(released);
        entities.persist(order);
        return Optional.of(order.order());
    }

    /** @return whether the order is known here */
    public boolean takenOver(UUID id, String orderTaker) {
        var order = Optional.ofNullable(entities.find(ReleasedOrder.class, id));
        order.ifPresent(known -> known.takenOverBy(orderTaker));
        return order.isPresent();
    }

    /** @return whether the order is known here */
    public boolean followed(UUID id, String merchandiser) {
        var order = Optional.ofNullable(entities.find(ReleasedOrder.class, id));
        order.ifPresent(known -> known.followedBy(merchandiser));
        return order.isPresent();
    }

    /** Notes the cancellation; says nothing of orders that never were released. */
    public Optional<Order> cancel(OrderCanceled canceled) {
        var order = Optional.ofNullable(entities.find(ReleasedOrder.class, canceled.orderId()));
        order.ifPresent(known -> known.canceled(canceled.occurredAt()));
        return order.map(ReleasedOrder::order);
    }
}
