package io.gendan.aftersales.knownorder;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What aftersales remembers of an order that was confirmed in intake. */
@Entity
@Table(name = "known_order")
class KnownOrder {
    @Id
    private UUID id;

    private String number;

    @Column(name = "customer_id")
    private UUID customerId;

    private String profile;
    private String unit;

    @Column(name = "order_taker")
    private String orderTaker;

    private String merchandiser;

    @Column(name = "completed_at")
    private Instant completedAt;

    protected KnownOrder() {}

    KnownOrder(OrderFacts facts) {
        id = facts.orderId();
        become(facts);
    }

    /** Takes over what is said; an earlier event that comes late does not take the merchandiser away. */
    void become(OrderFacts facts) {
        number = facts.number();
        customerId = facts.customerId();
        profile = facts.profile();
        unit = facts.unit();
        orderTaker = facts.orderTaker();
        if (facts.merchandiser() != null) merchandiser = facts.merchandiser();
    }

    void takenBy(String orderTaker) {
        this.orderTaker = orderTaker;
    }

    void followedBy(String merchandiser) {
        this.merchandiser = merchandiser;
    }

    /** Whether this was not known before. */
    boolean complete(Instant at) {
        if (completedAt != null) return false;
        completedAt = at;
        return true;
    }

    OrderFacts facts() {
        return new OrderFacts(id, number, customerId, profile, unit, orderTaker, merchandiser);
    }
}
