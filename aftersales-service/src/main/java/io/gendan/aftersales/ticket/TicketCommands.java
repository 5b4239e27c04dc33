package io.gendan.aftersales.ticket;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.aftersales.Viewer;
import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.problem.Problem;
import io.gendan.events.aftersales.TicketEvent;
import io.gendan.rulebook.AftersalesRules;
import io.gendan.rulebook.AftersalesRules.Urgency;

@ApplicationScoped
@Transactional
class TicketCommands {
    @Inject
    Tickets tickets;

    @Inject
    TicketOffice office;

    @Inject
    Acts acts;

    @Inject
    Viewer viewer;

    Ticket acknowledge(UUID id) {
        var act = acts.ofCaller();
        return adjust(id, act, "aftersales.ticket.acknowledged", ticket -> ticket.acknowledge(act));
    }

    Ticket classify(UUID id, String nature, String procedure, Urgency urgency) {
        var act = acts.ofCaller();
        return adjust(id, act, "aftersales.ticket.classified", ticket -> {
            var rule = AftersalesRules.resolution(urgency);
            var due = office.limit(rule, ticket.scope(), ticket.openedAt(), act);
            return ticket.classify(nature, procedure, urgency, due, act);
        });
    }

    Ticket assign(UUID id, String department, String handler) {
        var act = acts.ofCaller();
        return tickets.adjust(id, act, "aftersales.ticket.assigned", ticket -> {
            var due = office.limit(AftersalesRules.COMPLAINT_DEPARTMENT, ticket.scope(), act.at(), act);
            ticket.assign(department, handler, due, act);
        });
    }

    Ticket answer(UUID id, String text) {
        var act = acts.ofCaller();
        return tickets.adjust(id, act, "aftersales.ticket.answered", ticket -> ticket.answer(text, act));
    }

    Ticket investigate(UUID id, Investigation found) {
        var act = acts.ofCaller();
        return adjust(id, act, "aftersales.ticket.investigated", ticket -> ticket.investigate(found, act));
    }

    Ticket propose(UUID id, String solution) {
        var act = acts.ofCaller();
        return tickets.adjust(id, act, "aftersales.ticket.solution-proposed", ticket -> ticket.propose(solution, act));
    }

    Ticket tell(UUID id, String how) {
        var act = acts.ofCaller();
        return tickets.adjust(id, act, "aftersales.ticket.told", ticket -> ticket.tell(how, act));
    }

    Ticket close(UUID id, String result, String customerAnswer) {
        var act = acts.ofCaller();
        return tickets.change(id, act, ticket -> ticket.close(result, customerAnswer, act));
    }

    Ticket reopen(UUID id, String reason) {
        var act = acts.ofCaller();
        viewer.mayRead(tickets.get(id));
        return tickets.adjust(id, act, "aftersales.ticket.reopened", ticket -> ticket.reopen(reason, act));
    }

    Ticket say(UUID id, String text, boolean internal) {
        var act = acts.ofCaller();
        viewer.mayRead(tickets.get(id));
        boolean byCustomer = viewer.isCustomer();
        if (byCustomer && internal) throw Problem.Invalid.field("internal", "not-for-customers");
        return adjust(id, act, "aftersales.ticket.message", ticket -> ticket.say(text, internal, byCustomer, act));
    }

    /** Where a change may have several consequences to tell of, or none. */
    private Ticket adjust(UUID id, Act act, String action, Function<Ticket, List<TicketEvent>> change) {
        return tickets.adjust(id, act, action, ticket -> change.apply(ticket).forEach(tickets::alsoTell));
    }
}
