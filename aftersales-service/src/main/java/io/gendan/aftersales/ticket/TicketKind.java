package io.gendan.aftersales.ticket;

/** What a ticket is about (AFT-02); complaints have a flow of their own, the other kinds share one. */
public enum TicketKind {
    QUESTION,
    SUPPORT,
    SUGGESTION,
    PRAISE,
    COMPLAINT
}
