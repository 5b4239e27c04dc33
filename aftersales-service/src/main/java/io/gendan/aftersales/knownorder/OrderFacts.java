package io.gendan.aftersales.knownorder;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What tickets and visits take over from the order they are about.
 *
 * @param merchandiser null until a merchandiser has confirmed receipt
 */
@Embeddable
public record OrderFacts(
        @Column(name = "order_id") UUID orderId,
        @Column(name = "order_number") String number,
        @Column(name = "customer_id") UUID customerId,
        String profile,
        String unit,
        @Column(name = "order_taker") String orderTaker,
        String merchandiser) {
    public OrderFacts takenBy(String other) {
        return new OrderFacts(orderId, number, customerId, profile, unit, other, merchandiser);
    }

    public OrderFacts followedBy(String other) {
        return new OrderFacts(orderId, number, customerId, profile, unit, orderTaker, other);
    }
}
