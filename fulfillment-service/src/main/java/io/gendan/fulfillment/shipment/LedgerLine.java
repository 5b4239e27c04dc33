package io.gendan.fulfillment.shipment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.gendan.core.store.Json;

/** One line of the dispatched-goods ledger (FUL-29): written at dispatch, never changed. */
@Entity
@Table(name = "dispatch_ledger")
class LedgerLine {
    @Id
    private UUID id;

    @Column(name = "shipment_id")
    private UUID shipmentId;

    private String number;

    @Column(name = "order_id")
    private UUID orderId;

    @Column(name = "order_number")
    private String orderNumber;

    @Json
    private List<ShipmentLine> lines;

    private String carrier;

    @Column(name = "dispatched_by")
    private String dispatchedBy;

    @Column(name = "dispatched_at")
    private Instant dispatchedAt;

    protected LedgerLine() {}

    LedgerLine(
            UUID id,
            UUID shipmentId,
            String number,
            UUID orderId,
            String orderNumber,
            List<ShipmentLine> lines,
            String carrier,
            String dispatchedBy,
            Instant dispatchedAt) {
        this.id = id;
        this.shipmentId = shipmentId;
        this.number = number;
        this.orderId = orderId;
        this.orderNumber = orderNumber;
        this.lines = lines;
        this.carrier = carrier;
        this.dispatchedBy = dispatchedBy;
        this.dispatchedAt = dispatchedAt;
    }

    ShipmentResource.LedgerView view() {
        return new ShipmentResource.LedgerView(
                id, shipmentId, number, orderId, orderNumber, lines, carrier, dispatchedBy, dispatchedAt);
    }
}
