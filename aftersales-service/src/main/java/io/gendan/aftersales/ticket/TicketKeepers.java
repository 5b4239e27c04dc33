package io.gendan.aftersales.ticket;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.reassignment.Responsibility;
import io.gendan.core.reassignment.Succession;
import io.gendan.core.security.Roles;
import io.gendan.core.store.RecordRef;
import io.gendan.rulebook.Scope;

/** Who answers the customer: whoever opened a ticket and may, or whom it was assigned to. */
@ApplicationScoped
class TicketKeepers extends Responsibility<Ticket> {
    @Inject
    Tickets tickets;

    @Override
    protected String part() {
        return "ticket-keeper";
    }

    @Override
    protected Tickets records() {
        return tickets;
    }

    @Override
    protected String holder(Ticket ticket) {
        return ticket.keeper();
    }

    @Override
    protected Scope scope(Ticket ticket) {
        return ticket.scope();
    }

    @Override
    protected RecordRef ref(Ticket ticket) {
        return ticket.ref();
    }

    @Override
    protected Set<String> roles(Ticket ticket) {
        return ticket.kind() == TicketKind.COMPLAINT
                ? Set.of(Roles.ASREP, Roles.CS, Roles.MERCH)
                : Set.of(Roles.ASREP, Roles.CS, Roles.MERCH, Roles.BIZ);
    }

    @Override
    protected String open() {
        return "status <> CLOSED and (case when kind = COMPLAINT or handler is null then inCharge else handler end) = :person";
    }

    @Override
    protected void hand(Ticket ticket, Succession succession, Act act) {
        tickets.change(ticket.id(), act, open -> open.takenOverBy(succession.successor(), act));
    }
}
