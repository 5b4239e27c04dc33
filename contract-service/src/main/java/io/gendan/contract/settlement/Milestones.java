package io.gendan.contract.settlement;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.calendar.Calendars;
import io.gendan.core.inbox.Inbox;
import io.gendan.core.store.Sql;
import io.gendan.events.fulfillment.AcceptanceEvent;
import io.gendan.events.fulfillment.ShipmentEvent;
import io.smallrye.common.annotation.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The days on which an order was delivered and accepted, as fulfillment reports them. The first report stands. */
@ApplicationScoped
class Milestones {
    @Inject
    Sql sql;

    @Inject
    Inbox inbox;

    @Inject
    Calendars calendars;

    Map<DueEvent, LocalDate> of(UUID orderId) {
        return sql
                .rows(
                        row -> Map.entry(DueEvent.valueOf(row.getString(1)), row.getObject(2, LocalDate.class)),
                        "select event, on_day from milestone where order_id = ?",
                        orderId)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Incoming("fulfillment-shipments")
    @Blocking
    void onShipment(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, ShipmentEvent.class, event -> {
            switch (event) {
                case ShipmentEvent.ShipmentReceived received ->
                    reached(received.orderId(), DueEvent.DELIVERY, received.receivedOn());
                case ShipmentEvent.ShipmentDispatched _,
                        ShipmentEvent.ShipmentDelayExpected _,
                        ShipmentEvent.ShipmentArrived _,
                        ShipmentEvent.ReceiptChased _ -> {} // under way
            }
        });
    }

    @Incoming("fulfillment-acceptances")
    @Blocking
    void onAcceptance(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, AcceptanceEvent.class, event -> {
            switch (event) {
                case AcceptanceEvent.AcceptancePassed passed ->
                    reached(passed.orderId(), DueEvent.ACCEPTANCE, calendars.dayOf(passed.occurredAt()));
                case AcceptanceEvent.AcceptanceInvited _, AcceptanceEvent.RectificationRequested _ -> {} // under way
            }
        });
    }

    private void reached(UUID orderId, DueEvent event, LocalDate day) {
        sql.run(
                "insert into milestone (order_id, event, on_day) values (?, ?, ?) on conflict do nothing",
                orderId,
                event.name(),
                day);
    }
}
