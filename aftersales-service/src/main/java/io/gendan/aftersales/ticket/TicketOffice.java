package io.gendan.aftersales.ticket;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.aftersales.Viewer;
import io.gendan.aftersales.knownorder.KnownOrders;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.rulebook.AftersalesRules.Urgency;

/** Opens tickets. */
@ApplicationScoped
@Transactional
public class TicketOffice {
    @Inject
    Tickets tickets;

    @Inject
    KnownOrders orders;

    @Inject
    Acts acts;

    @Inject
    Calendars calendars;

    @Inject
    TicketLimits limits;

    @Inject
    Viewer viewer;

    Ticket open(UUID orderId, Opening opening) {
        return open(orderId, opening, null);
    }

    /** The problem a visit brought to light becomes a ticket in one step (AFT-44). */
    public void openFromVisit(UUID visitId, UUID orderId, TicketKind kind, String text, Urgency urgency) {
        open(orderId, new Opening(kind, Ticket.CHANNEL_VISIT, text, urgency, null), visitId);
    }

    private Ticket open(UUID orderId, Opening opening, UUID visitId) {
        var act = acts.ofCaller();
        var order = viewer.mayName(orders.find(orderId), orderId);
        String number = "TK-%d-%06d".formatted(calendars.today().getYear(), tickets.nextNumber());
        var ticket = new Ticket(number, order, opening, visitId);
        return tickets.add(ticket, act, ticket.open(TicketLimits.inCharge(act), limits.begin(ticket, act), act));
    }
}
