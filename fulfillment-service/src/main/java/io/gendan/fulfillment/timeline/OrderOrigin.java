package io.gendan.fulfillment.timeline;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.gendan.events.intake.OrderEvent.OrderConfirmed;
import io.gendan.staff.Viewer;

/** Which inquiry and quotation an order came from, and whose it is. */
@Entity
@Table(name = "order_origin")
class OrderOrigin implements Viewer.Shown {
    @Id
    @Column(name = "order_id")
    private UUID orderId;

    @Column(name = "inquiry_id")
    private UUID inquiryId;

    @Column(name = "quotation_id")
    private UUID quotationId;

    @Column(name = "customer_id")
    private UUID customerId;

    private String unit;

    protected OrderOrigin() {}

    OrderOrigin(OrderConfirmed confirmed) {
        orderId = confirmed.orderId();
        become(confirmed);
    }

    void become(OrderConfirmed confirmed) {
        inquiryId = confirmed.inquiryId();
        quotationId = confirmed.quotationId();
        customerId = confirmed.customerId();
        unit = confirmed.unit();
    }

    UUID inquiryId() {
        return inquiryId;
    }

    UUID quotationId() {
        return quotationId;
    }

    @Override
    public UUID customerId() {
        return customerId;
    }

    @Override
    public String unit() {
        return unit;
    }
}
