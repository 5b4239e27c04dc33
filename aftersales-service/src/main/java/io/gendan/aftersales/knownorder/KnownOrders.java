package io.gendan.aftersales.knownorder;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** The orders intake has told of, running or completed. */
@ApplicationScoped
public class KnownOrders {
    @Inject
    EntityManager entities;

    public Optional<OrderFacts> find(UUID id) {
        return Optional.ofNullable(entities.find(KnownOrder.class, id)).map(KnownOrder::facts);
    }

    public void remember(OrderFacts facts) {
        store(facts);
    }

    /** An order nobody told of yet is named in full by its release. */
    public void followedBy(UUID id, String merchandiser) {
        KnownOrder known = entities.find(KnownOrder.class, id);
        if (known != null) known.followedBy(merchandiser);
    }

    /** An order that is not confirmed yet is named in full when it is. */
    public void takenBy(UUID id, String orderTaker) {
        KnownOrder known = entities.find(KnownOrder.class, id);
        if (known != null) known.takenBy(orderTaker);
    }

    /** Whether the order was not known to be completed before. */
    public boolean completed(OrderFacts facts, Instant at) {
        return store(facts).complete(at);
    }

    private KnownOrder store(OrderFacts facts) {
        KnownOrder known = entities.find(KnownOrder.class, facts.orderId());
        if (known == null) {
            known = new KnownOrder(facts);
            entities.persist(known);
        } else known.become(facts);
        return known;
    }
}
