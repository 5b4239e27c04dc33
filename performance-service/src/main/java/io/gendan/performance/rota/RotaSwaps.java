package io.gendan.performance.rota;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.store.Aggregates;
import io.gendan.events.performance.StaffEvent;

@ApplicationScoped
class RotaSwaps extends Aggregates<RotaSwap, StaffEvent> {
    RotaSwaps() {
        super("rota-swap");
    }

    /** Who is on that day because of swaps; of several the last that came into force. */
    Optional<String> on(LocalDate day, UUID rota) {
        return list(
                        "rotaId = ?1 and status = ?2 and (askedDay = ?3 or otherDay = ?3) order by decidedAt desc, id desc",
                        rota,
                        SwapStatus.IN_FORCE,
                        day)
                .stream()
                .findFirst()
                .flatMap(swap -> swap.on(day));
    }
}
