package io.gendan.aftersales.visit;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.aftersales.Viewer;
import io.gendan.aftersales.ticket.TicketKind;
import io.gendan.aftersales.ticket.TicketOffice;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.problem.Problem;
import io.gendan.core.reassignment.Reassign;
import io.gendan.rulebook.AftersalesRules.Urgency;

@ApplicationScoped
@Transactional
class VisitCommands {
    @Inject
    Visits visits;

    @Inject
    TicketOffice tickets;

    @Inject
    Acts acts;

    @Inject
    Calendars calendars;

    @Inject
    Viewer viewer;

    @Inject
    Visitors visitors;

    Visit plan(UUID id, VisitPlan plan) {
        var act = acts.ofCaller();
        viewer.mayRead(visits.get(id));
        if (plan.on().isBefore(calendars.today())) throw Problem.Invalid.field("on", "past");
        return visits.adjust(id, act, "aftersales.visit.planned", visit -> visit.plan(plan));
    }

    Visit done(UUID id, VisitResource.Done request) {
        var act = acts.ofCaller();
        viewer.mayRead(visits.get(id));
        return visits.change(
                id,
                act,
                visit -> visit.done(
                        request.rating(), request.opinions(), request.problems(), calendars.dayOf(act.at()), act));
    }

    Visit failed(UUID id, String reason) {
        var act = acts.ofCaller();
        viewer.mayRead(visits.get(id));
        return visits.adjust(id, act, "aftersales.visit.failed", visit -> visit.failed(reason, act));
    }

    Visit reassign(UUID id, Reassign request) {
        viewer.mayRead(visits.get(id));
        return visitors.reassign(id, request, acts.ofCaller());
    }

    Visit ticket(UUID id, TicketKind kind, String text, Urgency urgency) {
        Visit visit = viewer.mayRead(visits.get(id));
        visit.requireDone();
        tickets.openFromVisit(id, visit.orderId(), kind, text, urgency);
        return visit;
    }
}
