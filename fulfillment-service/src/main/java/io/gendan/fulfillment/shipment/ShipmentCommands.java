package io.gendan.fulfillment.shipment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.problem.Problem;
import io.gendan.fulfillment.plan.Plans;
import io.gendan.fulfillment.releasedorder.ReleasedOrders;
import io.gendan.rulebook.FulfillmentRules;
import io.gendan.staff.Viewer;

@ApplicationScoped
@Transactional
class ShipmentCommands {
    @Inject
    Shipments shipments;

    @Inject
    ReleasedOrders orders;

    @Inject
    Plans plans;

    @Inject
    Acts acts;

    @Inject
    Calendars calendars;

    @Inject
    Viewer viewer;

    Shipment prepare(ShipmentResource.Prepare request) {
        var act = acts.ofCaller();
        if (request.plannedOn().isBefore(calendars.today())) throw Problem.Invalid.field("plannedOn", "past");
        var order = orders.toCarryOut(request.orderId(), "orderId");
        String number = "SH-%d-%06d".formatted(calendars.today().getYear(), shipments.nextNumber());
        var shipment = new Shipment(number, order, request, warning(order, act), act);
        var lateness = shipment.expect(request.plannedOn(), null, act);
        shipments.add(shipment, act);
        lateness.ifPresent(shipments::alsoTell);
        return shipment;
    }

    /** Dispatches it and writes its line into the ledger. */
    Shipment dispatch(UUID id) {
        var act = acts.ofCaller();
        var plan = plans.forShipping(shipments.get(id).orderId());
        Shipment dispatched = shipments.change(id, act, shipment -> shipment.dispatch(plan, act));
        shipments.getEntityManager().persist(dispatched.ledgerLine());
        return dispatched;
    }

    Shipment track(UUID id, ShipmentResource.Track report) {
        var act = acts.ofCaller();
        return switch (report.status()) {
            case IN_TRANSIT -> {
                if (report.expectedOn() != null && report.expectedOn().isBefore(calendars.today()))
                    throw Problem.Invalid.field("expectedOn", "past");
                yield shipments.adjust(id, act, "fulfillment.shipment.moved", shipment -> {
                    shipment.moved(report.place(), act);
                    Optional.ofNullable(report.expectedOn())
                            .flatMap(day -> shipment.expect(day, act.by(), act))
                            .ifPresent(shipments::alsoTell);
                });
            }
            case ARRIVED -> {
                if (report.expectedOn() != null) throw Problem.Invalid.field("expectedOn", "has-arrived");
                yield shipments.change(
                        id, act, shipment -> shipment.arrive(report.place(), nextChase(shipment, act), act));
            }
        };
    }

    /** With the last shipment the order is delivered. */
    Shipment confirmReceipt(UUID id, ShipmentResource.ConfirmReceipt request) {
        var act = acts.ofCaller();
        var shipment = viewer.mayRead(shipments.get(id));
        if (!viewer.isCustomer() && isBlank(request.evidence())) throw Problem.Invalid.field("evidence", "required");
        if (!request.quantityOk() && isBlank(request.differences()))
            throw Problem.Invalid.field("differences", "required");
        if (request.receivedOn().isAfter(calendars.today())) throw Problem.Invalid.field("receivedOn", "future");
        if (shipment.dispatchedAt() != null && request.receivedOn().isBefore(calendars.dayOf(shipment.dispatchedAt())))
            throw Problem.Invalid.field("receivedOn", "before-dispatch");
        var receipt = new Receipt(
                request.receivedOn(),
                request.quantityOk(),
                request.differences(),
                request.evidence(),
                act.by(),
                act.at());
        plans.forShipping(shipment.orderId());
        Shipment received = shipments.change(id, act, arrived -> arrived.receive(receipt));
        if (shipments.allReceived(received.orderId())) plans.delivered(received.orderId(), act);
        return received;
    }

    Instant nextChase(Shipment shipment, Act act) {
        var rule = act.rule(FulfillmentRules.RECEIPT_CHASE, shipment.scope());
        return calendars.after(act.at(), rule.parameters().limit(), shipment.scope());
    }

    /** So many days before the promised one that it has to have left (FUL-25). */
    private Instant warning(ReleasedOrders.Order order, Act act) {
        var rule = act.rule(FulfillmentRules.DELAY_WARNING, order.scope());
        return calendars.startOf(
                order.deliveryDate().minusDays(rule.parameters().daysBefore()));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
