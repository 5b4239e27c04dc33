package io.gendan.intake.rota;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import io.gendan.core.calendar.Calendars;
import io.gendan.core.inbox.Inbox;
import io.gendan.core.people.Turns;
import io.gendan.events.performance.RotaEvent;
import io.gendan.events.performance.RotaEvent.RotaRegistered;
import io.gendan.rulebook.Scope;
import io.gendan.staff.Staff;
import io.smallrye.common.annotation.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The rotas, as performance publishes them, and whose turn it is by them (ORG-08). */
@ApplicationScoped
public class Rotas {
    private static final String HAND_IN = "HAND_IN";

    @Inject
    EntityManager entities;

    @Inject
    Inbox inbox;

    @Inject
    Staff staff;

    @Inject
    Calendars calendars;

    /** Whose turn it is to hand in orders; empty for a unit that has no rota for it by then. */
    public Optional<Turn> handInTurn(Scope scope, Instant at) {
        LocalDate day = calendars.dayOf(at);
        return on(day, scope.unit()).map(turns -> new Turn(day, calendars.timeOf(at), on(day, turns, scope)));
    }

    @Incoming("performance-rotas")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, RotaEvent.class, this::remember);
    }

    private void remember(RotaEvent event) {
        switch (event) {
            case RotaRegistered registered -> {
                KnownRota known = entities.find(KnownRota.class, registered.rotaId(), LockModeType.PESSIMISTIC_WRITE);
                if (known == null) entities.persist(new KnownRota(registered));
                else known.become(registered);
            }
        }
    }

    /** Of those that have begun the one that began last. */
    private Optional<Turns> on(LocalDate day, String unit) {
        return entities.createQuery(
                        "from KnownRota where unit = :unit and duty = :duty and firstDay <= :day order by firstDay desc",
                        KnownRota.class)
                .setParameter("unit", unit)
                .setParameter("duty", HAND_IN)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(KnownRota::turns);
    }

    private String on(LocalDate day, Turns turns, Scope scope) {
        return turns.on(day, each -> calendars.isWorkingDay(each, scope), username -> staff.isOnDuty(username, day))
                .orElse(null);
    }
}
