package io.gendan.performance.rota;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.store.Aggregates;
import io.gendan.events.performance.RotaEvent;

@ApplicationScoped
class RotaSwaps extends Aggregates<RotaSwap, RotaEvent> {
    RotaSwaps() {
        super("rota-swap");
    }

    /** The days that swaps have exchanged, and who is on then; of several the last that came into force. */
    SortedMap<LocalDate, String> inForce(UUID rota) {
        var days = new TreeMap<LocalDate, String>();
        list("rotaId = ?1 and status = ?2 order by decidedAt, id", rota, SwapStatus.IN_FORCE)
                .forEach(swap -> days.putAll(swap.days()));
        return days;
    }
}
