package io.gendan.performance.rota;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.store.Aggregates;
import io.gendan.events.performance.StaffEvent;

@ApplicationScoped
class Rotas extends Aggregates<Rota, StaffEvent> {
    Rotas() {
        super("rota");
    }

    /** The one that holds on that day. */
    Optional<Rota> on(LocalDate day, String unit, Duty duty) {
        return find("unit = ?1 and duty = ?2 and firstDay <= ?3 order by firstDay desc", unit, duty, day)
                .firstResultOptional();
    }
}
