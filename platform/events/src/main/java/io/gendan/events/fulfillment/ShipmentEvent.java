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
     * It will not arrive on the day the customer was promised (FUL-25).
     *
     * @param expectedOn null where nobody has said when, only that it has not left though the day is near
     * @param daysLate calendar days from the promised one to the expected one, 0 where none is named
     * @param reportedBy null where it was planned so, or the system found it
     */
    @JsonTypeName("fulfillment.shipment.delay-expected.v1")
    record ShipmentDelayExpected(
            UUID shipmentId,
            UUID orderId,
            String number,
            LocalDate promisedOn,
            LocalDate expectedOn,
            int daysLate,
            String merchandiser,
            String reportedBy,
            Instant occurredAt)
            implements ShipmentEvent {}

    /**
     * The customer is asked to confirm receipt, which is overdue (FUL-30).
     *
     * @param chases how often by now
     */
    @JsonTypeName("fulfillment.shipment.receipt-chased.v1")
    record ReceiptChased(
            UUID shipmentId,
            UUID orderId,
            String number,
            Instant receiptDue,
            int chases,
            String merchandiser,
            Instant occurredAt)
            implements ShipmentEvent {}

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
