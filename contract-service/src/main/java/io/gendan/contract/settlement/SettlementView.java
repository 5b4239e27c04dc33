package io.gendan.contract.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.gendan.events.Money;

/**
 * How a contract is paid.
 *
 * @param state {@code UNSCHEDULED}, {@code OPEN}, {@code PARTIAL} or {@code PAID}
 * @param open what of the contract amount has not come in yet
 */
record SettlementView(
        UUID contractId,
        int version,
        UUID orderId,
        String number,
        String state,
        Money amount,
        Money invoiced,
        Money received,
        Money open,
        List<Line> lines,
        List<Invoice> invoices,
        List<Receipt> receipts) {
    /** @param dueOn null while the event has not happened */
    record Line(
            int line,
            Money amount,
            DueEvent dueEvent,
            LocalDate dueOn,
            Money paid,
            Money open,
            Instalment.State state) {}
}
