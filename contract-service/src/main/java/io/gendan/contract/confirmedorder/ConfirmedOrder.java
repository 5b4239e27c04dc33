package io.gendan.contract.confirmedorder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.gendan.core.store.Json;
import io.gendan.events.Money;
import io.gendan.events.intake.OrderEvent.OrderConfirmed;
import io.gendan.events.intake.OrderLine;

/** What contract remembers of an order: what was confirmed last, and whether it still stands. */
@Entity
@Table(name = "confirmed_order")
class ConfirmedOrder {
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

    @Json
    private List<OrderLine> lines;

    private String currency;
    private BigDecimal total;

    @Column(name = "delivery_place")
    private String deliveryPlace;

    @Column(name = "delivery_date")
    private LocalDate deliveryDate;

    @Column(name = "payment_terms")
    private String paymentTerms;

    @Column(name = "contract_required")
    private boolean contractRequired;

    private boolean withdrawn;

    protected ConfirmedOrder() {}

    ConfirmedOrder(OrderConfirmed confirmed) {
        orderId = confirmed.orderId();
        become(confirmed);
    }

    void become(OrderConfirmed confirmed) {
        number = confirmed.number();
        customerId = confirmed.customerId();
        profile = confirmed.profile();
        unit = confirmed.unit();
        orderTaker = confirmed.orderTaker();
        lines = List.copyOf(confirmed.lines());
        currency = confirmed.total().currency();
        total = confirmed.total().amount();
        deliveryPlace = confirmed.deliveryPlace();
        deliveryDate = confirmed.deliveryDate();
        paymentTerms = confirmed.paymentTerms();
        contractRequired = confirmed.contractRequired();
        withdrawn = false;
    }

    void takenOverBy(String orderTaker) {
        this.orderTaker = orderTaker;
    }

    void withdraw() {
        withdrawn = true;
    }

    ConfirmedOrders.Confirmed terms() {
        return new ConfirmedOrders.Confirmed(
                orderId,
                number,
                customerId,
                profile,
                unit,
                orderTaker,
                lines,
                new Money(total, currency),
                deliveryPlace,
                deliveryDate,
                paymentTerms,
                contractRequired,
                withdrawn);
    }
}
