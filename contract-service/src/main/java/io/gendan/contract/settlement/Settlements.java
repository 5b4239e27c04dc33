package io.gendan.contract.settlement;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.contract.AgreedContracts.Agreed;
import io.gendan.core.store.Aggregates;
import io.gendan.events.contract.SettlementEvent;

@ApplicationScoped
class Settlements extends Aggregates<Settlement, SettlementEvent> {
    Settlements() {
        super("settlement");
    }

    /** Makes sure that there is one; of two that come first at the same time, the key lets one in. */
    void open(Agreed contract) {
        getEntityManager()
                .createNativeQuery("insert into settlement (id, version, order_id, number, profile, unit, currency,"
                        + " amount, lines, invoices, receipts)"
                        + " values (?1, 0, ?2, ?3, ?4, ?5, ?6, ?7, '[]', '[]', '[]') on conflict do nothing")
                .setParameter(1, contract.contractId())
                .setParameter(2, contract.orderId())
                .setParameter(3, contract.number())
                .setParameter(4, contract.profile())
                .setParameter(5, contract.unit())
                .setParameter(6, contract.amount().currency())
                .setParameter(7, contract.amount().amount())
                .executeUpdate();
    }

    /** Takes an invoice number, which no other invoice of the company may bear. */
    boolean takeInvoiceNumber(String number, UUID contractId) {
        return getEntityManager()
                        .createNativeQuery("insert into invoice_number (number, contract_id) values (?1, ?2)"
                                + " on conflict do nothing")
                        .setParameter(1, number)
                        .setParameter(2, contractId)
                        .executeUpdate()
                == 1;
    }
}
