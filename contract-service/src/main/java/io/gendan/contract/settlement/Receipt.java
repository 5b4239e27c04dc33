package io.gendan.contract.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.gendan.core.act.Act;
import io.gendan.core.store.Ids;
import io.gendan.events.Money;

/** Money that came in, and which instalments it pays (SET-04). */
record Receipt(
        UUID id, Money amount, LocalDate receivedOn, List<Allocation> allocations, String bookedBy, Instant bookedAt) {
    Receipt {
        allocations = List.copyOf(allocations);
    }

    /** @param line number of the instalment */
    record Allocation(int line, Money amount) {}

    static Receipt book(Money amount, LocalDate receivedOn, List<Allocation> allocations, Act act) {
        return new Receipt(Ids.next(), amount, receivedOn, allocations, act.by(), act.at());
    }
}
