package io.gendan.performance.facts;

/** What an event says about a person. An order counts for its order taker in one way and for its merchandiser in another. */
public enum FactKind {
    /** Of the order taker. */
    ORDER_CONFIRMED,
    /** Of the order taker: his order was released. */
    ORDER_RELEASED,
    /** Of the merchandiser: an order he follows was released. */
    ORDER_FOLLOWED,
    /** Of the order taker. */
    ORDER_COMPLETED,
    /** Of the merchandiser. */
    FOLLOWED_ORDER_COMPLETED,
    /** Of the person at fault: a released order was corrected because of the order taker's error. */
    ORDER_TAKER_ERROR,
    /** Of the person at fault, where the order taker's error was not the cause. */
    OTHER_ERROR,
    /** Of who answered. */
    INQUIRY_ANSWERED,
    /** Of who is responsible; the value is the days late. */
    MILESTONE_REACHED,
    /** Of the inspector. */
    INSPECTION_RECORDED,
    /** Of order taker and merchandiser; the value is the days late. */
    SHIPMENT_RECEIVED,
    /** Of who invited the customer. */
    ACCEPTANCE_INVITED,
    TICKET_ACKNOWLEDGED,
    TICKET_CLOSED,
    /** Of the person who caused it. */
    COMPLAINT_WELL_FOUNDED,
    /** Of who made the visit. */
    VISIT_MADE,
    /** Of order taker and merchandiser; the value is the rating. */
    VISIT_RATED
}
