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

/** Who of the department looks into a complaint (AFT-28). */
@ApplicationScoped
class TicketInvestigators extends Responsibility<Ticket> {
    @Inject
    Tickets tickets;

    @Override
    protected String part() {
        return "investigator";
    }

    @Override
    protected Tickets records() {
        return tickets;
    }

    @Override
    protected String holder(Ticket ticket) {
        return ticket.investigator();
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
        return Set.of(Roles.ASREP, Roles.BIZ, Roles.SUPV, Roles.HEAD);
    }

    @Override
    protected String open() {
        return "status = AT_DEPARTMENT and handler = :person";
    }

    @Override
    protected void hand(Ticket ticket, Succession succession, Act act) {
        tickets.change(ticket.id(), act, open -> open.handledBy(succession.successor(), act));
    }
}
