package io.gendan.fulfillment.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.deadline.RecordDeadlines;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Json;
import io.gendan.core.store.RecordRef;
import io.gendan.events.fulfillment.AcceptanceEvent;
import io.gendan.events.fulfillment.AcceptanceEvent.AcceptanceInvited;
import io.gendan.events.fulfillment.AcceptanceEvent.AcceptancePassed;
import io.gendan.events.fulfillment.AcceptanceEvent.RectificationRequested;
import io.gendan.fulfillment.releasedorder.ReleasedOrders;
import io.gendan.rulebook.FulfillmentRules;
import io.gendan.rulebook.Scope;
import io.gendan.staff.Viewer;

import static io.gendan.fulfillment.acceptance.AcceptanceStatus.ACCEPTED;
import static io.gendan.fulfillment.acceptance.AcceptanceStatus.INVITED;
import static io.gendan.fulfillment.acceptance.AcceptanceStatus.IN_ACCEPTANCE;
import static io.gendan.fulfillment.acceptance.AcceptanceStatus.RECTIFYING;
import static io.gendan.fulfillment.acceptance.AcceptanceStatus.SELF_CHECKED;

@Entity
@Table(name = "acceptance")
class Acceptance extends Aggregate implements Viewer.Shown {
    /** Code of the deadline by which the customer is invited (FUL-34). */
    static final String INVITATION = "invitation";

    /** What the customer objects to; the owner and the day by which it is put right. */
    record Objection(String text, String owner, LocalDate dueOn) {}

    @Column(name = "order_id")
    private UUID orderId;

    @Column(name = "order_number")
    private String orderNumber;

    @Column(name = "customer_id")
    private UUID customerId;

    private String profile;
    private String unit;

    @Enumerated(EnumType.STRING)
    private AcceptanceStatus status;

    @Column(name = "self_check")
    private String selfCheck;

    @Column(name = "self_checked_by")
    private String selfCheckedBy;

    @Column(name = "self_checked_at")
    private Instant selfCheckedAt;

    @Column(name = "invited_at")
    private Instant invitedAt;

    private int round;

    @Json
    private List<Finding> findings;

    @Json
    private Report report;

    protected Acceptance() {}

    Acceptance(ReleasedOrders.Order order, String selfCheck, Act act) {
        super(Ids.next());
        orderId = order.id();
        orderNumber = order.number();
        customerId = order.customerId();
        profile = order.profile();
        unit = order.unit();
        status = SELF_CHECKED;
        this.selfCheck = selfCheck;
        selfCheckedBy = act.by();
        selfCheckedAt = act.at();
        round = 1;
        findings = List.of();
    }

    AcceptanceEvent invite(Act act) {
        moveTo(INVITED);
        invitedAt = act.at();
        return new AcceptanceInvited(id(), orderId, act.by(), act.at());
    }

    void begin() {
        requireMove(IN_ACCEPTANCE, status == INVITED);
        moveTo(IN_ACCEPTANCE);
    }

    AcceptanceEvent object(List<Objection> objections, Act act) {
        moveTo(RECTIFYING);
        var all = new ArrayList<>(findings);
        for (var objection : objections)
            all.add(new Finding(
                    Ids.next(),
                    round,
                    objection.text(),
                    objection.owner(),
                    objection.dueOn(),
                    act.by(),
                    act.at(),
                    null,
                    null,
                    null));
        findings = List.copyOf(all);
        return new RectificationRequested(id(), orderId, round, objections.size(), act.by(), act.at());
    }

    void close(UUID findingId, String measure, Act act) {
        if (status != RECTIFYING) throw new Problem.IllegalMove(recordType(), id(), status, "FINDING_CLOSED");
        var finding = findings.stream()
                .filter(f -> f.id().equals(findingId))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("finding", findingId));
        if (finding.status() == Finding.Status.CLOSED)
            throw new Problem.IllegalMove("finding", findingId, finding.status(), Finding.Status.CLOSED);
        findings = findings.stream()
                .map(f -> f == finding ? f.closed(measure, act.by(), act.at()) : f)
                .toList();
    }

    /** Whether some finding is his to put right. */
    boolean waitsFor(String person) {
        return findings.stream().anyMatch(finding -> finding.isOpenWith(person));
    }

    /** His open findings are the successor's to put right (ORG-10). */
    void handOver(String former, String successor) {
        findings = findings.stream()
                .map(f -> f.isOpenWith(former) ? f.handedOver(successor) : f)
                .toList();
    }

    void repeat(Act act) {
        requireMove(IN_ACCEPTANCE, status == RECTIFYING);
        requireFindingsClosed(act);
        moveTo(IN_ACCEPTANCE);
        round++;
    }

    /** @param signed what the customer signed, null where nothing signed was handed in */
    AcceptanceEvent sign(Report signed, Act act) {
        if (status != RECTIFYING) requireMove(ACCEPTED, status.next().contains(ACCEPTED));
        requireFindingsClosed(act);
        requireMove(ACCEPTED, status == IN_ACCEPTANCE);
        act.require(
                FulfillmentRules.REPORT_SIGNED,
                act.rule(FulfillmentRules.ACCEPTANCE_REPORT, scope()),
                this,
                Map.of("order", orderNumber, "signed", signed != null));
        moveTo(ACCEPTED);
        report = signed;
        return new AcceptancePassed(id(), orderId, round, signed == null ? act.by() : signed.signatory(), act.at());
    }

    AcceptanceView view(RecordDeadlines deadlines) {
        return new AcceptanceView(
                id(),
                version(),
                orderId,
                orderNumber,
                customerId,
                profile,
                unit,
                status.name(),
                selfCheck,
                selfCheckedBy,
                selfCheckedAt,
                deadlines.due(id(), INVITATION),
                deadlines.missedAt(id(), INVITATION),
                invitedAt,
                round,
                findings.stream().map(AcceptanceView.FindingView::of).toList(),
                report);
    }

    RecordRef ref() {
        return ref(orderNumber);
    }

    UUID orderId() {
        return orderId;
    }

    Scope scope() {
        return Scope.of(profile, unit);
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
        return "acceptance";
    }

    private void requireFindingsClosed(Act act) {
        var open = findings.stream()
                .filter(f -> f.status() == Finding.Status.OPEN)
                .map(Finding::text)
                .toList();
        act.require(
                FulfillmentRules.FINDINGS_CLOSED,
                act.rule(FulfillmentRules.RECTIFICATION, scope()),
                this,
                Map.of("open", open));
    }

    private void requireMove(AcceptanceStatus next, boolean possible) {
        if (!possible) throw new Problem.IllegalMove(recordType(), id(), status, next);
    }

    private void moveTo(AcceptanceStatus next) {
        requireMove(next, status.next().contains(next));
        status = next;
    }
}
