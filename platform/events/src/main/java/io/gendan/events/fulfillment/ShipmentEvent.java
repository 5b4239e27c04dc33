package io.gendan.events.fulfillment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.gendan.events.DomainEvent;
import io.gendan.events.Topic;

/** Everything fulfillment says about a shipment (requirements (c), Shipment), keyed by order. */
@Topic("fulfillment.shipments")
public sealed interface ShipmentEvent extends DomainEvent {
    @JsonTypeName("fulfillment.shipment.dispatched.v1")
    record ShipmentDispatched(
            UUID shipmentId, UUID orderId, String number, String carrier, String dispatchedBy, Instant occurredAt)
            implements ShipmentEvent {}

    @JsonTypeName("fulfillment.shipment.arrived.v1")
    record ShipmentArrived(UUID shipmentId, UUID orderId, String place, Instant occurredAt) implements ShipmentEvent {}

    /**
     * The customer has confirmed receipt (FUL-30).
     *
     * @param promisedOn the last date the customer agreed to (FUL-60)
     * @param daysLate calendar days after it, 0 when in time
     * @param merchandiser who followed the order
     */
    @JsonTypeName("fulfillment.shipment.received.v1")
    record ShipmentReceived(
            UUID shipmentId,
            UUID orderId,
            LocalDate promisedOn,
            LocalDate receivedOn,
            int daysLate,
            String orderTaker,
            String merchandiser,
            String confirmedBy,
            Instant occurredAt)
            implements ShipmentEvent {}

    UUID shipmentId();

    UUID orderId();

    @Override
    default UUID aggregateId() {
        return shipmentId();
    }

    @Override
    default UUID key() {
        return orderId();
    }
}
