package io.gendan.fulfillment.releasedorder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.gendan.core.store.Json;
import io.gendan.events.intake.OrderEvent.OrderReleased;

/** What fulfillment remembers of an order that is to be carried out. */
@Entity
@Table(name = "released_order")
class ReleasedOrder {
    @Id
    @Column(name = "order_id")
    private UUID orderId;

    private String number;

    @Column(name = "customer_id")
    private UUID customerId;

    private String profile;
    private String unit;

    @Column(name = "order_taker")
    private String orderTaker;

    private String merchandiser;

    @Json
    private List<ReleasedOrders.Item> lines;

    @Column(name = "delivery_place")
    private String deliveryPlace;

    @Column(name = "delivery_date")
    private LocalDate deliveryDate;

    @Column(name = "released_at")
    private Instant releasedAt;

    @Column(name = "canceled_at")
    private Instant canceledAt;

    protected ReleasedOrder() {}

    ReleasedOrder(OrderReleased released) {
        orderId = released.orderId();
        number = released.number();
        customerId = released.customerId();
        profile = released.profile();
        unit = released.unit();
        orderTaker = released.orderTaker();
        merchandiser = released.merchandiser();
        lines = released.lines().stream()
                .map(line -> new ReleasedOrders.Item(line.description(), line.quantity(), line.unit()))
                .toList();
        deliveryPlace = released.deliveryPlace();
        deliveryDate = released.deliveryDate();
        releasedAt = released.occurredAt();
    }

    void takenOverBy(String orderTaker) {
        this.orderTaker = orderTaker;
    }

    void followedBy(String merchandiser) {
        this.merchandiser = merchandiser;
    }

    void canceled(Instant at) {
        canceledAt = at;
    }

    ReleasedOrders.Order order() {
        return new ReleasedOrders.Order(
                orderId,
                number,
                customerId,
                profile,
                unit,
                orderTaker,
                merchandiser,
                lines,
                deliveryPlace,
                deliveryDate,
                releasedAt,
                canceledAt != null);
    }
}
