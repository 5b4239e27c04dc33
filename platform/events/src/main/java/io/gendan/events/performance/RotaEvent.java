package io.gendan.events.performance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.gendan.events.DomainEvent;
import io.gendan.events.Topic;

/** Who takes turns at what (ORG-08), keyed by rota. */
@Topic("performance.rotas")
public sealed interface RotaEvent extends DomainEvent {
    /**
     * The rota's present state, complete: the topic is compacted. It holds until another one of the same unit and duty begins.
     *
     * @param revision counted from 1; the highest one holds
     * @param unit code of the unit
     * @param duty {@code HAND_IN}
     * @param people user names: one fixed person, or several who take turns in this order, day by day
     * @param firstDay the first on the list is on that day
     * @param workingDays whether turns go by working days of the unit, with nobody on at other days
     * @param swapped days that were exchanged by consent, past ones left out
     */
    @JsonTypeName("performance.rota.registered.v1")
    record RotaRegistered(
            UUID rotaId,
            int revision,
            String unit,
            String duty,
            List<String> people,
            LocalDate firstDay,
            boolean workingDays,
            List<SwappedDay> swapped,
            Instant occurredAt)
            implements RotaEvent {}

    /** @param username who is on that day, whoever's turn it would be */
    record SwappedDay(LocalDate day, String username) {}

    UUID rotaId();

    @Override
    default UUID aggregateId() {
        return rotaId();
    }
}
