package io.gendan.performance.rota;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.act.Act;
import io.gendan.core.store.Aggregates;
import io.gendan.events.performance.RotaEvent;

@ApplicationScoped
class Rotas extends Aggregates<Rota, RotaEvent> {
    Rotas() {
        super("rota");
    }

    /** The one that holds on that day. */
    Optional<Rota> on(LocalDate day, String unit, Duty duty) {
        return find("unit = ?1 and duty = ?2 and firstDay <= ?3 order by firstDay desc", unit, duty, day)
                .firstResultOptional();
    }

    /** Tells it anew, with the days that were exchanged. */
    void tell(Rota rota, SortedMap<LocalDate, String> swapped, Act act) {
        follow(rota, act, "performance.rota.registered", told -> alsoTell(told.tell(swapped, act)));
    }
}
