package io.gendan.aftersales.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.gendan.aftersales.Viewer;
import io.gendan.aftersales.knownorder.OrderFacts;
import io.gendan.aftersales.ticket.Tickets;
import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Json;
import io.gendan.core.store.RecordRef;
import io.gendan.events.aftersales.VisitEvent;
import io.gendan.events.aftersales.VisitEvent.VisitDone;
import io.gendan.events.aftersales.VisitEvent.VisitDue;
import io.gendan.rulebook.AftersalesRules;
import io.gendan.rulebook.Scope;

import static io.gendan.aftersales.visit.VisitStatus.DONE;
import static io.gendan.aftersales.visit.VisitStatus.DUE;
import static io.gendan.aftersales.visit.VisitStatus.FAILED;
import static io.gendan.aftersales.visit.VisitStatus.PLANNED;

@Entity
@Table(name = "visit")
class Visit extends Aggregate implements Viewer.Shown {
    @Embedded
    private OrderFacts orderFacts;

    @Enumerated(EnumType.STRING)
    private VisitStatus status;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Json
    private VisitPlan plan;

    @Json
    private List<VisitFailure> failures;

    @Json
    private VisitReport report;

    protected Visit() {}

    Visit(OrderFacts order, LocalDate dueOn) {
        super(Ids.next());
        orderFacts = order;
        this.dueOn = dueOn;
        failures = List.of();
        status = DUE;
    }

    /** @param due the moment whose day it is due on */
    VisitEvent due(Instant completedAt, Instant due, Act act) {
        act.deadline(act.rule(AftersalesRules.VISIT_AFTER_COMPLETION, scope()), scope(), this, completedAt, due);
        return new VisitDue(id(), orderId(), dueOn, act.at());
    }

    void plan(VisitPlan plan) {
        moveTo(PLANNED);
        this.plan = plan;
    }

    /** @param today the day this is recorded on: the visit is in time up to and including its due date */
    VisitEvent done(int rating, String opinions, String problems, LocalDate today, Act act) {
        moveTo(DONE);
        report = new VisitReport(rating, opinions, problems, plan.by(), act.by(), act.at(), !today.isAfter(dueOn));
        return new VisitDone(
                id(),
                orderId(),
                rating,
                orderFacts.orderTaker(),
                orderFacts.merchandiser(),
                plan.by(),
                report.inTime(),
                act.at());
    }

    void failed(String reason, Act act) {
        moveTo(FAILED);
        var all = new ArrayList<>(failures);
        all.add(new VisitFailure(plan, reason, act.by(), act.at()));
        failures = List.copyOf(all);
    }

    /** Somebody else makes it (ORG-10). */
    void takenOverBy(String successor) {
        if (status != PLANNED) throw new Problem.IllegalMove(recordType(), id(), status, "REASSIGNED");
        plan = plan.madeBy(successor);
    }

    void orderChanged(UnaryOperator<OrderFacts> change) {
        orderFacts = change.apply(orderFacts);
    }

    /** Who is to make it; null where it is not planned. */
    String visitor() {
        return status == PLANNED ? plan.by() : null;
    }

    Scope scope() {
        return Scope.of(orderFacts.profile(), orderFacts.unit());
    }

    RecordRef ref() {
        return ref(orderFacts.number());
    }

    /** A ticket is made of a problem that the visit brought to light, so of none before it took place. */
    void requireDone() {
        if (status != DONE) throw new Problem.IllegalMove(recordType(), id(), status, "TICKET");
    }

    VisitResource.VisitView view(List<Tickets.OfVisit> tickets) {
        return new VisitResource.VisitView(
                id(),
                version(),
                orderId(),
                orderFacts.number(),
                orderFacts.customerId(),
                orderFacts.orderTaker(),
                orderFacts.merchandiser(),
                status.name(),
                dueOn,
                plan,
                failures,
                report,
                tickets);
    }

    VisitStatus status() {
        return status;
    }

    UUID orderId() {
        return orderFacts.orderId();
    }

    @Override
    public OrderFacts orderFacts() {
        return orderFacts;
    }

    @Override
    public String recordType() {
        return "visit";
    }

    private void moveTo(VisitStatus next) {
        if (!status.next().contains(next)) throw new Problem.IllegalMove(recordType(), id(), status, next);
        status = next;
    }
}
