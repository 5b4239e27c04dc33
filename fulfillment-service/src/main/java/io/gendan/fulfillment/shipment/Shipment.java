package io.gendan.fulfillment.shipment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Json;
import io.gendan.events.fulfillment.ShipmentEvent;
import io.gendan.events.fulfillment.ShipmentEvent.ReceiptChased;
import io.gendan.events.fulfillment.ShipmentEvent.ShipmentArrived;
import io.gendan.events.fulfillment.ShipmentEvent.ShipmentDelayExpected;
import io.gendan.events.fulfillment.ShipmentEvent.ShipmentDispatched;
import io.gendan.events.fulfillment.ShipmentEvent.ShipmentReceived;
import io.gendan.fulfillment.plan.Plans;
import io.gendan.fulfillment.releasedorder.ReleasedOrders;
import io.gendan.rulebook.FulfillmentRules;
import io.gendan.rulebook.Scope;
import io.gendan.staff.Viewer;

import static io.gendan.fulfillment.shipment.ShipmentStatus.ARRIVED;
import static io.gendan.fulfillment.shipment.ShipmentStatus.DISPATCHED;
import static io.gendan.fulfillment.shipment.ShipmentStatus.IN_TRANSIT;
import static io.gendan.fulfillment.shipment.ShipmentStatus.PREPARED;
import static io.gendan.fulfillment.shipment.ShipmentStatus.RECEIVED;

@Entity
@Table(name = "shipment")
class Shipment extends Aggregate implements Viewer.Shown {
    private String number;

    @Column(name = "order_id")
    private UUID orderId;

    @Column(name = "order_number")
    private String orderNumber;

    @Column(name = "customer_id")
    private UUID customerId;

    private String profile;
    private String unit;

    @Column(name = "order_taker")
    private String orderTaker;

    private String merchandiser;

    @Column(name = "promised_on")
    private LocalDate promisedOn;

    private String carrier;
    private String mode;

    @Json
    private List<ShipmentLine> lines;

    @Column(name = "planned_on")
    private LocalDate plannedOn;

    @Column(name = "expected_on")
    private LocalDate expectedOn;

    @Column(name = "delay_told")
    private LocalDate delayTold;

    @Column(name = "warn_at")
    private Instant warnAt;

    @Column(name = "warned_at")
    private Instant warnedAt;

    @Enumerated(EnumType.STRING)
    private ShipmentStatus status;

    @Column(name = "prepared_by")
    private String preparedBy;

    @Column(name = "prepared_at")
    private Instant preparedAt;

    @Column(name = "dispatched_by")
    private String dispatchedBy;

    @Column(name = "dispatched_at")
    private Instant dispatchedAt;

    @Json
    private List<Movement> movements;

    @Column(name = "receipt_due")
    private Instant receiptDue;

    @Column(name = "chase_at")
    private Instant chaseAt;

    private int chases;

    @Column(name = "chased_at")
    private Instant chasedAt;

    @Column(name = "watch_at")
    private Instant watchAt;

    @Json
    private Receipt receipt;

    @Column(name = "days_late")
    private Integer daysLate;

    protected Shipment() {}

    /** @param warnAt from when on it counts as late to be expected if it has not left (FUL-25) */
    Shipment(String number, ReleasedOrders.Order order, ShipmentResource.Prepare request, Instant warnAt, Act act) {
        super(Ids.next());
        this.number = number;
        orderId = order.id();
        orderNumber = order.number();
        customerId = order.customerId();
        profile = order.profile();
        unit = order.unit();
        orderTaker = order.orderTaker();
        merchandiser = order.merchandiser();
        promisedOn = order.deliveryDate();
        carrier = request.carrier();
        mode = request.mode();
        plannedOn = request.plannedOn();
        expectedOn = plannedOn;
        this.warnAt = warnAt;
        lines = request.lines() != null
                ? List.copyOf(request.lines())
                : order.lines().stream()
                        .map(item -> new ShipmentLine(item.description(), item.quantity(), item.unit()))
                        .toList();
        status = PREPARED;
        preparedBy = act.by();
        preparedAt = act.at();
        movements = List.of();
    }

    /** Goods leave once the last inspection of each batch passed and everything is made (FUL-21). */
    ShipmentEvent dispatch(Plans.ForShipping plan, Act act) {
        requireMove(DISPATCHED, status == PREPARED);
        act.require(
                FulfillmentRules.INSPECTED,
                act.rule(FulfillmentRules.INSPECTION, scope()),
                this,
                Map.of("order", orderNumber, "passed", plan.qualityPassed()));
        if (!plan.produced()) throw new Problem.Unprocessable("order-not-produced", Map.of("order", orderNumber));
        moveTo(DISPATCHED);
        dispatchedBy = act.by();
        dispatchedAt = act.at();
        return new ShipmentDispatched(id(), orderId, number, carrier, act.by(), act.at());
    }

    void moved(String place, Act act) {
        moveTo(IN_TRANSIT);
        move(place, act);
    }

    /**
     * Takes over when it is expected to arrive; lateness not told yet is told now (FUL-25).
     *
     * @param by who says so, null where it was planned so
     */
    Optional<ShipmentEvent> expect(LocalDate day, String by, Act act) {
        expectedOn = day;
        if (!day.isAfter(promisedOn)) {
            delayTold = null;
            return Optional.empty();
        }
        if (day.equals(delayTold)) return Optional.empty();
        delayTold = day;
        int daysLate = act.find(
                        FulfillmentRules.EXPECTED_LATE,
                        act.rule(FulfillmentRules.DELAY_WARNING, scope()),
                        this,
                        Map.of("promised", promisedOn, "expected", day))
                .whole("daysLate");
        return Optional.of(new ShipmentDelayExpected(
                id(), orderId, number, promisedOn, day, daysLate, merchandiser, by, act.at()));
    }

    /**
     * What has passed by itself: the promised day is near and it has not left (FUL-25), or nobody has confirmed receipt
     * (FUL-30).
     *
     * @param nextChase when to ask again, if receipt is not confirmed by then
     */
    Optional<ShipmentEvent> strike(Instant nextChase, Act act) {
        return status == ARRIVED ? Optional.of(chase(nextChase, act)) : warn(act);
    }

    /** Its order was canceled before it left: nobody warns of its lateness (FUL-25). */
    void awaitNoLonger() {
        warnAt = null;
    }

    /** @param receiptDue by when the customer is to have confirmed receipt (FUL-30) */
    ShipmentEvent arrive(String place, Instant receiptDue, Act act) {
        moveTo(ARRIVED);
        move(place, act);
        this.receiptDue = receiptDue;
        chaseAt = receiptDue;
        act.deadline(act.rule(FulfillmentRules.RECEIPT_CHASE, scope()), scope(), this, act.at(), receiptDue);
        return new ShipmentArrived(id(), orderId, place, act.at());
    }

    ShipmentEvent receive(Receipt receipt) {
        moveTo(RECEIVED);
        this.receipt = receipt;
        daysLate = (int) Math.max(0, ChronoUnit.DAYS.between(promisedOn, receipt.receivedOn()));
        return new ShipmentReceived(
                id(),
                orderId,
                promisedOn,
                receipt.receivedOn(),
                daysLate,
                orderTaker,
                merchandiser,
                receipt.confirmedBy(),
                receipt.at());
    }

    /** Its lateness counts for whoever answers for the order when it is received. */
    void orderTakenBy(String orderTaker) {
        this.orderTaker = orderTaker;
    }

    void followedBy(String merchandiser) {
        this.merchandiser = merchandiser;
    }

    LedgerLine ledgerLine() {
        return new LedgerLine(
                Ids.next(), id(), number, orderId, orderNumber, lines, carrier, dispatchedBy, dispatchedAt);
    }

    ShipmentView view() {
        return new ShipmentView(
                id(),
                version(),
                number,
                orderId,
                orderNumber,
                customerId,
                profile,
                unit,
                merchandiser,
                promisedOn,
                carrier,
                mode,
                lines,
                plannedOn,
                expectedOn,
                status.name(),
                preparedBy,
                preparedAt,
                dispatchedBy,
                dispatchedAt,
                movements,
                receiptDue,
                chases,
                chasedAt,
                receipt,
                daysLate);
    }

    boolean isToLeave() {
        return status == PREPARED;
    }

    UUID orderId() {
        return orderId;
    }

    Instant dispatchedAt() {
        return dispatchedAt;
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
        return "shipment";
    }

    /** Whatever changed: decides when somebody looks again. */
    @PrePersist
    @PreUpdate
    void setWatch() {
        watchAt = switch (status) {
            case PREPARED -> warnedAt == null && delayTold == null ? warnAt : null;
            case ARRIVED -> chaseAt;
            case DISPATCHED, IN_TRANSIT, RECEIVED -> null;
        };
    }

    private Optional<ShipmentEvent> warn(Act act) {
        warnedAt = act.at();
        act.find(
                FulfillmentRules.NOT_LEFT,
                act.rule(FulfillmentRules.DELAY_WARNING, scope()),
                this,
                Map.of("promised", promisedOn, "status", status));
        return Optional.of(
                new ShipmentDelayExpected(id(), orderId, number, promisedOn, null, 0, merchandiser, null, act.at()));
    }

    private ShipmentEvent chase(Instant next, Act act) {
        chases = act.find(
                        FulfillmentRules.NOT_RECEIVED,
                        act.rule(FulfillmentRules.RECEIPT_CHASE, scope()),
                        this,
                        Map.of("due", receiptDue, "asked", chases))
                .whole("chases");
        chasedAt = act.at();
        chaseAt = next;
        return new ReceiptChased(id(), orderId, number, receiptDue, chases, merchandiser, act.at());
    }

    private void move(String place, Act act) {
        var all = new ArrayList<>(movements);
        all.add(new Movement(status, place, act.by(), act.at()));
        movements = List.copyOf(all);
    }

    private void requireMove(ShipmentStatus next, boolean possible) {
        if (!possible) throw new Problem.IllegalMove(recordType(), id(), status, next);
    }

    private void moveTo(ShipmentStatus next) {
        requireMove(next, status.next().contains(next));
        status = next;
    }
}
