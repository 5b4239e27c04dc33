package io.gendan.performance.review;

import io.gendan.performance.facts.FactKind;

/** What is counted for a person in a period: the facts of one kind, or released orders with an error of his. */
enum Measure {
    ORDERS_CONFIRMED(FactKind.ORDER_CONFIRMED),
    ORDERS_RELEASED(FactKind.ORDER_RELEASED),
    ORDERS_FOLLOWED(FactKind.ORDER_FOLLOWED),
    ORDERS_COMPLETED(FactKind.ORDER_COMPLETED),
    FOLLOWED_ORDERS_COMPLETED(FactKind.FOLLOWED_ORDER_COMPLETED),
    INQUIRIES_ANSWERED(FactKind.INQUIRY_ANSWERED),
    TICKETS_CLOSED(FactKind.TICKET_CLOSED),
    SHIPMENTS_RECEIVED(FactKind.SHIPMENT_RECEIVED),
    VISITS_RATED(FactKind.VISIT_RATED),
    COMPLAINTS(FactKind.COMPLAINT_WELL_FOUNDED),
    /** Of the orders he took that were released in the period, those corrected for the order taker's error. */
    RELEASED_WITH_ERROR(null),
    /** Of the orders he follows that were released in the period, those corrected for an error of his. */
    FOLLOWED_WITH_ERROR(null);

    private final FactKind kind;

    Measure(FactKind kind) {
        this.kind = kind;
    }

    /** The kind of facts that are counted one by one; null where orders are. */
    FactKind kind() {
        return kind;
    }
}
