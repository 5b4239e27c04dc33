package io.gendan.fulfillment.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.deadline.DeadlineTerms;
import io.gendan.core.deadline.Deadlines;
import io.gendan.core.problem.Problem;
import io.gendan.fulfillment.plan.Plans;
import io.gendan.fulfillment.releasedorder.ReleasedOrders;
import io.gendan.rulebook.FulfillmentRules;
import io.gendan.staff.Staff;
import io.gendan.staff.Viewer;

@ApplicationScoped
@Transactional
class AcceptanceCommands {
    @Inject
    Acceptances acceptances;

    @Inject
    ReleasedOrders orders;

    @Inject
    Plans plans;

    @Inject
    Staff staff;

    @Inject
    Acts acts;

    @Inject
    Calendars calendars;

    @Inject
    Deadlines deadlines;

    @Inject
    Viewer viewer;

    Acceptance selfCheck(AcceptanceResource.SelfCheck request) {
        var act = acts.ofCaller();
        var order = orders.toCarryOut(request.orderId(), "orderId");
        if (acceptances.count("orderId", order.id()) > 0)
            throw new Problem.Conflict("acceptance-exists-already", Map.of("order", order.number()));
        plans.requireDelivered(order.id());
        Acceptance checked = acceptances.add(new Acceptance(order, request.selfCheck(), act), act);
        var terms = new DeadlineTerms(checked.ref(), Acceptance.INVITATION, act.by(), order.scope(), false, null, true);
        deadlines.start(terms, act.rule(FulfillmentRules.ACCEPTANCE_INVITE, order.scope()), act);
        return checked;
    }

    Acceptance invite(UUID id) {
        var act = acts.ofCaller();
        Acceptance invited = acceptances.change(id, act, acceptance -> acceptance.invite(act));
        deadlines.meet(id, Acceptance.INVITATION, act);
        return invited;
    }

    Acceptance begin(UUID id) {
        var act = acts.ofCaller();
        return acceptances.adjust(id, act, "fulfillment.acceptance.begun", Acceptance::begin);
    }

    Acceptance object(UUID id, List<AcceptanceResource.Objection> objections) {
        var act = acts.ofCaller();
        var seen = viewer.mayRead(acceptances.get(id));
        var taken = new ArrayList<Acceptance.Objection>();
        for (int i = 0; i < objections.size(); i++) {
            var objection = objections.get(i);
            if (objection.dueOn().isBefore(calendars.today()))
                throw Problem.Invalid.field("[%d].dueOn".formatted(i), "past");
            String owner = objection.owner();
            if (owner == null) owner = plans.ownerOf(seen.orderId());
            else staff.requireActive(owner, "[%d].owner".formatted(i));
            taken.add(new Acceptance.Objection(objection.text(), owner, objection.dueOn()));
        }
        return acceptances.change(id, act, acceptance -> acceptance.object(taken, act));
    }

    Acceptance close(UUID id, UUID finding, String measure) {
        var act = acts.ofCaller();
        return acceptances.adjust(
                id,
                act,
                "fulfillment.acceptance.finding-closed",
                acceptance -> acceptance.close(finding, measure, act));
    }

    Acceptance repeat(UUID id) {
        var act = acts.ofCaller();
        return acceptances.adjust(id, act, "fulfillment.acceptance.repeated", acceptance -> acceptance.repeat(act));
    }

    Acceptance sign(UUID id, AcceptanceResource.Sign request) {
        var act = acts.ofCaller();
        viewer.mayRead(acceptances.get(id));
        var report = report(request, act);
        Acceptance signed = acceptances.change(id, act, acceptance -> acceptance.sign(report, act));
        plans.accepted(signed.orderId(), act);
        return signed;
    }

    /** The customer signs by his own act; for whom we record, there is a signed report. */
    private Report report(AcceptanceResource.Sign request, Act act) {
        if (viewer.isCustomer())
            return new Report(
                    isBlank(request.signatory()) ? act.by() : request.signatory(),
                    request.evidence(),
                    act.by(),
                    act.at());
        return isBlank(request.signatory()) || isBlank(request.evidence())
                ? null
                : new Report(request.signatory(), request.evidence(), act.by(), act.at());
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
