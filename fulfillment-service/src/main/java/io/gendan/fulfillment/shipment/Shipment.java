package io.gendan.fulfillment.shipment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Json;
import io.gendan.events.fulfillment.ShipmentEvent;
import io.gendan.events.fulfillment.ShipmentEvent.ShipmentArrived;
import io.gendan.events.fulfillment.ShipmentEvent.ShipmentDispatched;
import io.gendan.events.fulfillment.ShipmentEvent.ShipmentReceived;
import io.gendan.fulfillment.plan.Plans;
import io.gendan.fulfillment.releasedorder.ReleasedOrders;
import io.gendan.rulebook.FulfillmentRules;
import io.gendan.rulebook.Outcome;
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

    @Json
    private Receipt receipt;

    @Column(name = "days_late")
    private Integer daysLate;

    protected Shipment() {}

    Shipment(String number, ReleasedOrders.Order order, ShipmentResource.Prepare request, Act act) {
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
        var quality = act.rule(FulfillmentRules.INSPECTION, scope());
        act.require(
                plan.qualityPassed() || !quality.parameters().passedInspection(),
                quality,
                "inspection-not-passed",
                this,
                Map.of("order", orderNumber));
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

    /** @param receiptDue by when the customer is to have confirmed receipt (FUL-30) */
    ShipmentEvent arrive(String place, Instant receiptDue, Act act) {
        moveTo(ARRIVED);
        move(place, act);
        this.receiptDue = receiptDue;
        act.note(
                Outcome.DEADLINE_SET,
                act.rule(FulfillmentRules.RECEIPT_CHASE, scope()),
                this,
                Map.of("arrived", act.at(), "due", receiptDue));
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
                status.name(),
                preparedBy,
                preparedAt,
                dispatchedBy,
                dispatchedAt,
                movements,
                receiptDue,
                receipt,
                daysLate);
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
