package io.gendan.aftersales.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.clock.Timed;

/** A ticket nobody answered in time is marked as missed, once and for good (AFT-04, AFT-27). */
@ApplicationScoped
class MissedResponses implements Timed<Ticket> {
    @Inject
    Tickets tickets;

    @Override
    public Class<Ticket> kind() {
        return Ticket.class;
    }

    @Override
    public String moment() {
        return "clock.due";
    }

    @Override
    public String condition() {
        return "clock.acknowledgedAt is null and clock.breachedAt is null";
    }

    @Override
    public void strike(Ticket ticket, Act act) {
        tickets.change(ticket.id(), act, late -> late.breach(act));
    }
}
