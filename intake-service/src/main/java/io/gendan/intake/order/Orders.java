package io.gendan.intake.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.store.Aggregates;
import io.gendan.core.store.Sql;
import io.gendan.events.intake.OrderEvent;

@ApplicationScoped
class Orders extends Aggregates<Order, OrderEvent> {
    @Inject
    Sql database;

    Orders() {
        super("order");
    }

    /** What an order taker has taken of a customer since then; what came to nothing is left out. */
    BigDecimal takenSince(UUID customerId, String orderTaker, Instant since) {
        return database.column(
                        BigDecimal.class,
                        "select coalesce(sum(total), 0) from customer_order where customer_id = ? and order_taker = ?"
                                + " and created_at > ? and status not in ('REJECTED', 'CANCELED', 'CLOSED')",
                        customerId,
                        orderTaker,
                        since)
                .getFirst();
    }
}
