package io.gendan.core.ruling;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.gendan.core.outbox.Outbox;
import io.gendan.events.RulingEvent.RulingMade;
import io.gendan.rulebook.Ruling;

/** Keeps every ruling, and tells that it was made. */
@ApplicationScoped
public class Rulings {
    @Inject
    EntityManager entities;

    @Inject
    Outbox outbox;

    /** Joins the transaction of the act that was ruled on. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(List<Ruling> rulings) {
        rulings.forEach(this::keep);
    }

    /** A refusal outlives the transaction it ended (SEC-16). */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void recordRefusal(Ruling ruling) {
        keep(ruling);
    }

    private void keep(Ruling ruling) {
        entities.persist(new RulingEntry(ruling));
        outbox.append(new RulingMade(
                ruling.id(),
                ruling.rule(),
                ruling.version(),
                ruling.regulation() + " §" + ruling.clause(),
                ruling.outcome().name(),
                ruling.recordType(),
                ruling.recordId(),
                ruling.actor(),
                ruling.at()));
    }
}
