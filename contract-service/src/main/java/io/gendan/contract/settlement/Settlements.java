package io.gendan.contract.settlement;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.contract.AgreedContracts.Agreed;
import io.gendan.core.store.Aggregates;
import io.gendan.core.store.Sql;
import io.gendan.events.contract.SettlementEvent;

@ApplicationScoped
class Settlements extends Aggregates<Settlement, SettlementEvent> {
    @Inject
    Sql sql;

    Settlements() {
        super("settlement");
    }

    /** Makes sure that there is one; of two that come first at the same time, the key lets one in. */
    void open(Agreed contract) {
        sql.run(
                """
                insert into settlement (id, version, order_id, number, profile, unit, currency, amount, lines, invoices, receipts)
                values (?, 0, ?, ?, ?, ?, ?, ?, '[]', '[]', '[]') on conflict do nothing""",
                contract.contractId(),
                contract.orderId(),
                contract.number(),
                contract.profile(),
                contract.unit(),
                contract.amount().currency(),
                contract.amount().amount());
    }

    /** Takes an invoice number, which no other invoice of the company may bear. */
    boolean takeInvoiceNumber(String number, UUID contractId) {
        return sql.run(
                        "insert into invoice_number (number, contract_id) values (?, ?) on conflict do nothing",
                        number,
                        contractId)
                == 1;
    }
}
