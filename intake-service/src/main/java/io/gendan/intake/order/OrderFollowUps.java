package io.gendan.intake.order;

import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Acts;
import io.gendan.core.inbox.Inbox;
import io.gendan.events.contract.ContractEvent;
import io.gendan.events.contract.SettlementEvent;
import io.gendan.events.fulfillment.AcceptanceEvent;
import io.smallrye.common.annotation.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What the other services report of an order: its contract, its acceptance, its settlement. */
@ApplicationScoped
class OrderFollowUps {
    @Inject
    Orders orders;

    @Inject
    Acts acts;

    @Inject
    Inbox inbox;

    @Incoming("contract-contracts")
    @Blocking
    void onContract(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, ContractEvent.class, event -> {
            switch (event) {
                case ContractEvent.ContractEffective effective ->
                    note(effective.orderId(), "intake.order.contract-effective", Order::contractBecameEffective);
                case ContractEvent.ContractDrafted _,
                        ContractEvent.ContractReturned _,
                        ContractEvent.ContractApproved _,
                        ContractEvent.ContractClosed _ -> {} // nothing an order waits for
            }
        });
    }

    @Incoming("fulfillment-acceptances")
    @Blocking
    void onAcceptance(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, AcceptanceEvent.class, event -> {
            switch (event) {
                case AcceptanceEvent.AcceptancePassed passed ->
                    note(passed.orderId(), "intake.order.accepted-by-customer", Order::acceptedByCustomer);
                case AcceptanceEvent.AcceptanceInvited _, AcceptanceEvent.RectificationRequested _ -> {} // under way
            }
        });
    }

    @Incoming("contract-settlements")
    @Blocking
    void onSettlement(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, SettlementEvent.class, event -> {
            switch (event) {
                case SettlementEvent.SettlementCompleted completed ->
                    note(completed.orderId(), "intake.order.settled-in-full", Order::settledInFull);
                case SettlementEvent.PaymentScheduled _,
                        SettlementEvent.InvoiceIssued _,
                        SettlementEvent.ReceiptBooked _ -> {} // under way
            }
        });
    }

    private void note(UUID orderId, String what, Consumer<Order> change) {
        var act = acts.ofSystem();
        Order order = orders.adjust(orderId, act, what, change);
        if (order.isReadyToComplete()) orders.change(orderId, act, ready -> ready.complete(act));
    }
}
