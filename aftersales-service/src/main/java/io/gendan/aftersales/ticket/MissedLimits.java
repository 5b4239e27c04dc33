package io.gendan.aftersales.ticket;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.deadline.Deadlines;
import io.gendan.core.deadline.MissedDeadline;

/** What a ticket says of its limits when they were missed; people are told by the deadline itself (AFT-04, 06, 07, 27, 28). */
@ApplicationScoped
class MissedLimits implements MissedDeadline {
    @Inject
    Tickets tickets;

    @Inject
    Deadlines deadlines;

    @Override
    public String recordType() {
        return "ticket";
    }

    @Override
    public void missed(UUID ticketId, String code, Act act) {
        var due = deadlines.of(ticketId).due(ticketId, code);
        if (code.equals(Ticket.RESPONSE)) tickets.change(ticketId, act, ticket -> ticket.breach(due, act));
        else tickets.adjust(ticketId, act, "aftersales.ticket.limit-missed", ticket -> ticket.missed(code, due, act));
    }
}
