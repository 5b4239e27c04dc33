package io.gendan.aftersales.visit;

import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.aftersales.knownorder.OrderFacts;
import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.rulebook.AftersalesRules;
import io.gendan.rulebook.Scope;

/** When customers are to be visited (AFT-42). */
@ApplicationScoped
public class VisitCalendar {
    @Inject
    Visits visits;

    @Inject
    Acts acts;

    @Inject
    Calendars calendars;

    /** Somebody else took over the order of visits that are still to be made. */
    public void orderChanged(UUID orderId, UnaryOperator<OrderFacts> change, Act act) {
        for (Visit visit : visits.list("orderFacts.orderId = ?1 and status <> DONE", orderId))
            visits.adjust(visit.id(), act, "aftersales.visit.order-changed", open -> open.orderChanged(change));
    }

    /** Joins the transaction that learned of the completion. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void dueAfterCompletion(OrderFacts order, Instant completedAt) {
        var act = acts.ofSystem();
        var scope = Scope.of(order.profile(), order.unit());
        var rule = act.rule(AftersalesRules.VISIT_AFTER_COMPLETION, scope);
        var due = calendars.after(completedAt, rule.parameters().limit(), scope);
        var visit = new Visit(order, calendars.dayOf(due));
        visits.add(visit, act, visit.due(completedAt, due, act));
    }
}
