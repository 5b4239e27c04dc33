package io.gendan.contract.settlement;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import io.gendan.core.inbox.Inbox;
import io.gendan.core.time.Deadlines;
import io.gendan.events.fulfillment.AcceptanceEvent;
import io.gendan.events.fulfillment.ShipmentEvent;
import io.smallrye.common.annotation.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The days on which an order was delivered and accepted, as fulfillment reports them. The first report stands. */
@ApplicationScoped
class Milestones {
    @Inject
    EntityManager entities;

    @Inject
    Inbox inbox;

    @Inject
    Deadlines deadlines;

    Map<DueEvent, LocalDate> of(UUID orderId) {
        List<?> rows = entities.createNativeQuery(
                        "select event, on_day from milestone where order_id = ?1", Tuple.class)
                .setParameter(1, orderId)
                .getResultList();
        var happened = new EnumMap<DueEvent, LocalDate>(DueEvent.class);
        for (Object row : rows) {
            var milestone = (Tuple) row;
            happened.put(DueEvent.valueOf(milestone.get(0, String.class)), milestone.get(1, LocalDate.class));
        }
        return happened;
    }

    @Incoming("fulfillment-shipments")
    @Blocking
    void onShipment(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, ShipmentEvent.class, event -> {
            switch (event) {
                case ShipmentEvent.ShipmentReceived received ->
                    reached(received.orderId(), DueEvent.DELIVERY, received.receivedOn());
                case ShipmentEvent.ShipmentDispatched _, ShipmentEvent.ShipmentArrived _ -> {} // under way
            }
        });
    }

    @Incoming("fulfillment-acceptances")
    @Blocking
    void onAcceptance(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, AcceptanceEvent.class, event -> {
            switch (event) {
                case AcceptanceEvent.AcceptancePassed passed ->
                    reached(passed.orderId(), DueEvent.ACCEPTANCE, deadlines.dayOf(passed.occurredAt()));
                case AcceptanceEvent.AcceptanceInvited _, AcceptanceEvent.RectificationRequested _ -> {} // under way
            }
        });
    }

    private void reached(UUID orderId, DueEvent event, LocalDate day) {
        entities.createNativeQuery(
                        "insert into milestone (order_id, event, on_day) values (?1, ?2, ?3) on conflict do nothing")
                .setParameter(1, orderId)
                .setParameter(2, event.name())
                .setParameter(3, day)
                .executeUpdate();
    }
}
