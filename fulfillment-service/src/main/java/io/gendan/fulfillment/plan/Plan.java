package io.gendan.fulfillment.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.deadline.RecordDeadlines;
import io.gendan.core.problem.Problem;
import io.gendan.core.reassignment.Succession;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Json;
import io.gendan.core.store.RecordRef;
import io.gendan.events.fulfillment.PlanEvent;
import io.gendan.events.fulfillment.PlanEvent.InspectionRecorded;
import io.gendan.events.fulfillment.PlanEvent.MilestoneOverdue;
import io.gendan.events.fulfillment.PlanEvent.MilestoneReached;
import io.gendan.events.fulfillment.PlanEvent.PlanAtRisk;
import io.gendan.events.fulfillment.PlanEvent.PlanClosed;
import io.gendan.events.fulfillment.PlanEvent.PlanConfirmed;
import io.gendan.events.fulfillment.PlanEvent.PlanLate;
import io.gendan.events.fulfillment.PlanEvent.PlanOwnerChanged;
import io.gendan.events.fulfillment.PlanEvent.PlanProduced;
import io.gendan.events.fulfillment.PlanEvent.PlanStarted;
import io.gendan.events.fulfillment.PlanEvent.PlannedMilestone;
import io.gendan.fulfillment.releasedorder.ReleasedOrders;
import io.gendan.rulebook.FulfillmentRules;
import io.gendan.rulebook.Scope;
import io.gendan.staff.Viewer;

import static io.gendan.fulfillment.plan.PlanStatus.ACCEPTED;
import static io.gendan.fulfillment.plan.PlanStatus.AT_RISK;
import static io.gendan.fulfillment.plan.PlanStatus.CANCELED;
import static io.gendan.fulfillment.plan.PlanStatus.CLOSED;
import static io.gendan.fulfillment.plan.PlanStatus.CONFIRMED;
import static io.gendan.fulfillment.plan.PlanStatus.DELIVERED;
import static io.gendan.fulfillment.plan.PlanStatus.DRAFT;
import static io.gendan.fulfillment.plan.PlanStatus.LATE;
import static io.gendan.fulfillment.plan.PlanStatus.PRODUCED;
import static io.gendan.fulfillment.plan.PlanStatus.RUNNING;
import static io.gendan.fulfillment.plan.PlanStatus.TEAM_SET;

@Entity
@Table(name = "fulfillment_plan")
class Plan extends Aggregate implements Viewer.Shown {
    /** Code of the deadline by which it has a team (FUL-01). */
    static final String TEAM = "team";

    @Column(name = "order_id")
    private UUID orderId;

    @Column(name = "order_number")
    private String orderNumber;

    @Column(name = "customer_id")
    private UUID customerId;

    private String profile;
    private String unit;
    private String merchandiser;

    @Column(name = "delivery_date")
    private LocalDate deliveryDate;

    @Enumerated(EnumType.STRING)
    private PlanStatus status;

    @Column(name = "created_at")
    private Instant createdAt;

    private String owner;

    @Json
    private List<Member> members;

    @Json
    private List<Milestone> milestones;

    @Column(name = "planned_by")
    private String plannedBy;

    @Column(name = "confirmed_by")
    private String confirmedBy;

    @Column(name = "started_at")
    private Instant startedAt;

    private int percent;

    @Json
    private TreeSet<String> reporters;

    @Column(name = "last_progress_at")
    private Instant lastProgressAt;

    private ProgressClock progress;

    @Column(name = "late_from")
    private Instant lateFrom;

    @Column(name = "watch_at")
    private Instant watchAt;

    @Json
    private List<Inspection> inspections;

    protected Plan() {}

    /** @param lateFrom the end of the day the customer was promised */
    Plan(ReleasedOrders.Order order, Instant lateFrom, Act act) {
        super(Ids.next());
        orderId = order.id();
        orderNumber = order.number();
        customerId = order.customerId();
        profile = order.profile();
        unit = order.unit();
        merchandiser = order.merchandiser();
        deliveryDate = order.deliveryDate();
        status = DRAFT;
        createdAt = act.at();
        members = List.of();
        milestones = List.of();
        reporters = new TreeSet<>();
        inspections = List.of();
        this.lateFrom = lateFrom;
    }

    void appoint(String owner, List<Member> members) {
        moveTo(TEAM_SET);
        this.owner = owner;
        this.members = List.copyOf(members);
    }

    /** The milestones, as long as the plan is not confirmed (FUL-02, FUL-06). */
    void schedule(List<Milestone> milestones, Act act) {
        if (!status.stillPlanned()) throw new Problem.IllegalMove(recordType(), id(), status, "MILESTONES_SET");
        requireMilestones(milestones, act);
        this.milestones = List.copyOf(milestones);
        plannedBy = act.by();
    }

    PlanEvent confirm(Act act) {
        requireMove(CONFIRMED, status.stillPlanned());
        act.require(
                FulfillmentRules.OWNED,
                act.rule(FulfillmentRules.PLAN_OWNER, scope()),
                this,
                Map.of("order", orderNumber, "owned", owner != null));
        requireMilestones(milestones, act);
        if (act.by().equals(plannedBy))
            throw new Problem.NotAllowed("plan-author-cannot-confirm", Map.of("author", plannedBy));
        moveTo(CONFIRMED);
        confirmedBy = act.by();
        var planned = milestones.stream()
                .map(m -> new PlannedMilestone(m.id(), m.name(), m.plannedOn(), m.responsible()))
                .toList();
        return new PlanConfirmed(id(), orderId, owner, planned, act.by(), act.at());
    }

    /** @param progressDue when the first progress is to be reported (FUL-08) */
    PlanEvent start(Instant progressDue, Act act) {
        requireMove(RUNNING, status == CONFIRMED);
        moveTo(RUNNING);
        startedAt = act.at();
        expectProgress(progressDue, act);
        return new PlanStarted(id(), orderId, act.by(), act.at());
    }

    void progressed(UUID milestone, int percent, Instant nextDue, Act act) {
        if (!status.underWay()) throw new Problem.IllegalMove(recordType(), id(), status, "PROGRESS_REPORTED");
        if (milestone != null) milestone(milestone);
        this.percent = percent;
        reporters = new TreeSet<>(reporters);
        reporters.add(act.by());
        lastProgressAt = act.at();
        if (status == AT_RISK) moveTo(RUNNING);
        expectProgress(nextDue, act);
    }

    /**
     * What has passed by itself: a report that did not come, the day of a milestone, the day the customer was promised.
     *
     * @param superior of the person who answers for progress, null where he has none
     * @param superiorDue when he is told, if nothing has been reported by then
     */
    List<PlanEvent> strike(String superior, Instant superiorDue, Act act) {
        var events = new ArrayList<PlanEvent>();
        if (progress.isUp(act.at())) events.add(missReport(superior, superiorDue, act));
        for (Milestone milestone : milestones)
            if (hasPassed(milestone.watchAt(), act)) events.add(miss(milestone, act));
        if (status.next().contains(LATE) && hasPassed(lateFrom, act)) {
            moveTo(LATE);
            events.add(new PlanLate(id(), orderId, deliveryDate, answersForProgress(), act.at()));
        }
        return events;
    }

    PlanEvent reach(UUID milestoneId, LocalDate today, Act act) {
        if (!status.underWay() && status != DELIVERED)
            throw new Problem.IllegalMove(recordType(), id(), status, "MILESTONE_REACHED");
        var milestone = milestone(milestoneId);
        if (milestone.status() == Milestone.Status.DONE)
            throw new Problem.IllegalMove("milestone", milestoneId, milestone.status(), Milestone.Status.DONE);
        if (!act.by().equals(milestone.responsible())
                && !act.is(Roles.MERCH)
                && !act.is(Roles.BIZ)
                && !act.is(Roles.PROD))
            throw new Problem.NotAllowed(
                    "not-responsible-for-milestone", Map.of("responsible", milestone.responsible(), "by", act.by()));
        var reached = milestone.reached(act.by(), act.at(), today);
        replace(milestone, reached);
        return new MilestoneReached(
                id(), orderId, reached.id(), reached.name(), reached.countsFor(), reached.daysLate(), act.at());
    }

    /** Nobody inspects what he answers for or reported as made by himself. */
    PlanEvent inspect(String batch, Map<String, Boolean> criteria, String remarks, Act act) {
        if (!status.underWay()) throw new Problem.IllegalMove(recordType(), id(), status, "INSPECTED");
        if (act.by().equals(owner) || reporters.contains(act.by()))
            throw new Problem.NotAllowed("inspector-inspects-own-work", Map.of("inspector", act.by()));
        var inspection = new Inspection(Ids.next(), batch, criteria, remarks, act.by(), act.at());
        var all = new ArrayList<>(inspections);
        all.add(inspection);
        inspections = List.copyOf(all);
        return new InspectionRecorded(id(), orderId, inspection.id(), inspection.passed(), act.by(), act.at());
    }

    /** Somebody else answers for it from now on, who has not inspected it (ORG-10). */
    List<PlanEvent> takenOverBy(Succession succession, Act act) {
        requireOpen("OWNER_CHANGED");
        String successor = succession.successor();
        if (inspections.stream().anyMatch(inspection -> inspection.inspector().equals(successor)))
            throw new Problem.NotAllowed("inspector-inspects-own-work", Map.of("inspector", successor));
        var events = handOverMilestones(succession.former(), successor, act);
        reporters = new TreeSet<>(reporters);
        reporters.add(succession.former()); // what he answered for until now he does not inspect later
        owner = successor;
        events.add(new PlanOwnerChanged(id(), orderId, succession.former(), successor, act.by(), act.at()));
        return events;
    }

    /** Somebody else follows the order from now on (ORG-10). */
    List<PlanEvent> followedBy(String former, String successor, Act act) {
        requireOpen("MERCHANDISER_CHANGED");
        merchandiser = successor;
        if (progress != null && former.equals(progress.told())) progress = progress.toldInstead(successor);
        return handOverMilestones(former, successor, act);
    }

    PlanEvent produced(Act act) {
        requireMove(PRODUCED, status.next().contains(PRODUCED));
        act.require(
                FulfillmentRules.INSPECTED,
                act.rule(FulfillmentRules.INSPECTION, scope()),
                this,
                Map.of("order", orderNumber, "passed", qualityPassed()));
        moveTo(PRODUCED);
        return new PlanProduced(id(), orderId, act.at());
    }

    /** Further shipments of an order delivered already change nothing. */
    void delivered() {
        if (status != DELIVERED) moveTo(DELIVERED);
    }

    void accepted() {
        moveTo(ACCEPTED);
    }

    PlanEvent close(Act act) {
        moveTo(CLOSED);
        return new PlanClosed(id(), orderId, act.by(), act.at());
    }

    boolean isOpen() {
        return !status.next().isEmpty();
    }

    /** What is with the customer already stays there, whatever becomes of the order. */
    boolean isCancelable() {
        return status.next().contains(CANCELED);
    }

    void cancel() {
        moveTo(CANCELED);
    }

    boolean qualityPassed() {
        return Inspection.allPassed(inspections);
    }

    RecordRef ref() {
        return ref(orderNumber);
    }

    UUID orderId() {
        return orderId;
    }

    PlanStatus status() {
        return status;
    }

    Scope scope() {
        return Scope.of(profile, unit);
    }

    String merchandiser() {
        return merchandiser;
    }

    String owner() {
        return owner;
    }

    /** Whoever follows the order, or else the project owner. */
    String answersForProgress() {
        return merchandiser == null ? owner : merchandiser;
    }

    PlanView view(Instant now, LocalDate today, RecordDeadlines deadlines) {
        boolean overdue = status.underWay() && progress != null && now.isAfter(progress.due());
        var shown = milestones.stream()
                .map(m -> PlanView.MilestoneView.of(m, today, deliveryDate))
                .toList();
        return new PlanView(
                id(),
                version(),
                orderId,
                orderNumber,
                customerId,
                profile,
                unit,
                merchandiser,
                deliveryDate,
                status.name(),
                createdAt,
                deadlines.due(id(), TEAM),
                deadlines.missedAt(id(), TEAM),
                owner,
                members,
                shown,
                plannedBy,
                confirmedBy,
                startedAt,
                percent,
                lastProgressAt,
                progress == null ? null : progress.due(),
                overdue,
                progress == null ? null : progress.flaggedAt(),
                progress == null ? null : progress.told(),
                inspections.stream().map(PlanView.InspectionView::of).toList());
    }

    String orderNumber() {
        return orderNumber;
    }

    @Override
    public UUID customerId() {
        return customerId;
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public String recordType() {
        return "plan";
    }

    private void requireMilestones(List<Milestone> given, Act act) {
        var rule = act.rule(FulfillmentRules.MILESTONES, scope());
        act.require(
                FulfillmentRules.ENOUGH_MILESTONES,
                rule,
                this,
                Map.of("milestones", given.size(), "minimum", rule.parameters().minimum()));
    }

    /** Whatever changed: the earliest of what may pass unnoticed decides when somebody looks again. */
    @PrePersist
    @PreUpdate
    void setWatch() {
        if (!status.underWay()) {
            watchAt = null;
            return;
        }
        var late = status.next().contains(LATE) ? Stream.of(lateFrom) : Stream.<Instant>empty();
        watchAt = Stream.of(Stream.of(progress.next()), milestones.stream().map(Milestone::watchAt), late)
                .flatMap(Function.identity())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private PlanEvent missReport(String superior, Instant superiorDue, Act act) {
        boolean again = progress.isFlagged();
        progress = again
                ? progress.escalate(superior, act.at())
                : progress.flag(answersForProgress(), superiorDue, act.at());
        if (status == RUNNING) moveTo(AT_RISK);
        var inputs = new TreeMap<String, Object>(Map.of("due", progress.due(), "at", act.at(), "again", again));
        if (progress.told() != null) inputs.put("told", progress.told());
        act.find(FulfillmentRules.NO_PROGRESS, act.rule(FulfillmentRules.PROGRESS_INTERVAL, scope()), this, inputs);
        return new PlanAtRisk(id(), orderId, progress.due(), progress.told(), again, act.at());
    }

    private PlanEvent miss(Milestone milestone, Act act) {
        replace(milestone, milestone.overdue(act.at()));
        return new MilestoneOverdue(
                id(),
                orderId,
                milestone.id(),
                milestone.name(),
                milestone.responsible(),
                milestone.plannedOn(),
                act.at());
    }

    /** Those still to be reached; a day that has passed unnoticed is missed by who was responsible for it. */
    private List<PlanEvent> handOverMilestones(String former, String successor, Act act) {
        var events = new ArrayList<PlanEvent>();
        for (Milestone milestone : milestones)
            if (status.underWay() && former.equals(milestone.responsible()) && hasPassed(milestone.watchAt(), act))
                events.add(miss(milestone, act));
        milestones = milestones.stream()
                .map(m -> former.equals(m.responsible()) && m.status() != Milestone.Status.DONE
                        ? m.handedOver(successor)
                        : m)
                .toList();
        return events;
    }

    private void requireOpen(String act) {
        if (!isOpen()) throw new Problem.IllegalMove(recordType(), id(), status, act);
    }

    private void replace(Milestone old, Milestone changed) {
        milestones = milestones.stream().map(m -> m == old ? changed : m).toList();
    }

    private static boolean hasPassed(Instant moment, Act act) {
        return moment != null && act.at().isAfter(moment);
    }

    private void expectProgress(Instant due, Act act) {
        progress = ProgressClock.until(due);
        act.deadline(act.rule(FulfillmentRules.PROGRESS_INTERVAL, scope()), scope(), this, act.at(), due);
    }

    private Milestone milestone(UUID id) {
        return milestones.stream()
                .filter(m -> m.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("milestone", id));
    }

    private void requireMove(PlanStatus next, boolean possible) {
        if (!possible) throw new Problem.IllegalMove(recordType(), id(), status, next);
    }

    private void moveTo(PlanStatus next) {
        requireMove(next, status.next().contains(next));
        status = next;
    }
}
