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
import io.gendan.core.deadline.DeadlineView;
import io.gendan.core.deadline.Deadlines;
import io.gendan.core.problem.Problem;
import io.gendan.core.reassignment.Reassign;
import io.gendan.events.aftersales.TicketEvent;
import io.gendan.rulebook.AftersalesRules.Urgency;

@ApplicationScoped
@Transactional
class TicketCommands {
    @Inject
    Tickets tickets;

    @Inject
    TicketLimits limits;

    @Inject
    Deadlines deadlines;

    @Inject
    Acts acts;

    @Inject
    Viewer viewer;

    @Inject
    TicketKeepers keepers;

    @Inject
    TicketInvestigators investigators;

    Ticket acknowledge(UUID id) {
        var act = acts.ofCaller();
        deadlines.meet(id, Ticket.RESPONSE, act);
        return adjust(id, act, "aftersales.ticket.acknowledged", ticket -> ticket.acknowledge(act));
    }

    Ticket classify(UUID id, String nature, String procedure, Urgency urgency) {
        var act = acts.ofCaller();
        deadlines.meet(id, Ticket.RESPONSE, act);
        boolean another = tickets.get(id).urgency() != urgency;
        Ticket classified = adjust(
                id, act, "aftersales.ticket.classified", ticket -> ticket.classify(nature, procedure, urgency, act));
        if (another) limits.resolve(classified, act.by(), classified.openedAt(), act);
        return classified;
    }

    Ticket assign(UUID id, String department, String handler) {
        var act = acts.ofCaller();
        Ticket assigned = tickets.adjust(
                id, act, "aftersales.ticket.assigned", ticket -> ticket.assign(department, handler, act));
        if (assigned.kind() == TicketKind.COMPLAINT) limits.atDepartment(assigned, department, handler, act);
        else if (handler != null) deadlines.handOver(id, Ticket.RESOLUTION, handler, act);
        return assigned;
    }

    Ticket answer(UUID id, String text) {
        var act = acts.ofCaller();
        Ticket answered = tickets.adjust(id, act, "aftersales.ticket.answered", ticket -> ticket.answer(text, act));
        deadlines.meet(id, Ticket.RESOLUTION, act);
        return answered;
    }

    Ticket investigate(UUID id, Investigation found) {
        var act = acts.ofCaller();
        deadlines.meet(id, Ticket.DEPARTMENT, act);
        boolean inTime = deadlines.of(id).missedAt(id, Ticket.DEPARTMENT) == null;
        return adjust(id, act, "aftersales.ticket.investigated", ticket -> ticket.investigate(found, inTime, act));
    }

    Ticket propose(UUID id, String solution) {
        var act = acts.ofCaller();
        return tickets.adjust(id, act, "aftersales.ticket.solution-proposed", ticket -> ticket.propose(solution, act));
    }

    Ticket tell(UUID id, String how) {
        var act = acts.ofCaller();
        Ticket told = tickets.adjust(id, act, "aftersales.ticket.told", ticket -> ticket.tell(how, act));
        deadlines.meet(id, Ticket.RESOLUTION, act);
        return told;
    }

    Ticket close(UUID id, String result, String customerAnswer) {
        var act = acts.ofCaller();
        return tickets.change(id, act, ticket -> ticket.close(result, customerAnswer, act));
    }

    Ticket reopen(UUID id, String reason) {
        var act = acts.ofCaller();
        viewer.mayRead(tickets.get(id));
        String owner =
                deadlines.find(id, Ticket.RESOLUTION).map(DeadlineView::owner).orElse(null);
        Ticket reopened = tickets.adjust(id, act, "aftersales.ticket.reopened", ticket -> ticket.reopen(reason, act));
        limits.resolve(reopened, owner, act.at(), act);
        return reopened;
    }

    Ticket reassign(UUID id, Reassign request) {
        viewer.mayRead(tickets.get(id));
        return keepers.reassign(id, request, acts.ofCaller());
    }

    Ticket reassignInvestigator(UUID id, Reassign request) {
        viewer.mayRead(tickets.get(id));
        return investigators.reassign(id, request, acts.ofCaller());
    }

    Ticket say(UUID id, String text, boolean internal) {
        var act = acts.ofCaller();
        viewer.mayRead(tickets.get(id));
        boolean byCustomer = viewer.isCustomer();
        if (byCustomer && internal) throw Problem.Invalid.field("internal", "not-for-customers");
        if (tickets.get(id).answersCustomer(internal, byCustomer)) deadlines.meet(id, Ticket.RESPONSE, act);
        return adjust(id, act, "aftersales.ticket.message", ticket -> ticket.say(text, internal, byCustomer, act));
    }

    /** Where a change may have several consequences to tell of, or none. */
    private Ticket adjust(UUID id, Act act, String action, Function<Ticket, List<TicketEvent>> change) {
        return tickets.adjust(id, act, action, ticket -> change.apply(ticket).forEach(tickets::alsoTell));
    }
}
