package io.gendan.aftersales.ticket;

import java.util.EnumSet;
import java.util.Set;

/** Two flows that meet in their end: what is asked is answered, what is complained of is investigated. */
enum TicketStatus {
    NEW,
    CLASSIFIED,
    IN_WORK,
    ANSWERED,
    RECEIVED,
    ACKNOWLEDGED,
    AT_DEPARTMENT,
    INVESTIGATED,
    SOLUTION_PROPOSED,
    TOLD,
    REOPENED,
    CLOSED;

    Set<TicketStatus> next() {
        return switch (this) {
            case NEW -> EnumSet.of(CLASSIFIED);
            case CLASSIFIED -> EnumSet.of(IN_WORK);
            case IN_WORK -> EnumSet.of(ANSWERED);
            case ANSWERED -> EnumSet.of(CLOSED);
            case RECEIVED -> EnumSet.of(ACKNOWLEDGED);
            case ACKNOWLEDGED, REOPENED -> EnumSet.of(AT_DEPARTMENT);
            case AT_DEPARTMENT -> EnumSet.of(INVESTIGATED);
            case INVESTIGATED -> EnumSet.of(SOLUTION_PROPOSED);
            case SOLUTION_PROPOSED -> EnumSet.of(TOLD);
            case TOLD -> EnumSet.of(CLOSED, REOPENED);
            case CLOSED -> EnumSet.noneOf(TicketStatus.class);
        };
    }

    static TicketStatus firstOf(TicketKind kind) {
        return switch (kind) {
            case QUESTION, SUPPORT, SUGGESTION, PRAISE -> NEW;
            case COMPLAINT -> RECEIVED;
        };
    }
}
