package io.gendan.intake.order;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.intake.customer.Customers;
import io.gendan.intake.quotation.Quotations;
import io.gendan.staff.Staff;
import io.gendan.staff.Viewer;

@ApplicationScoped
@Transactional
class OrderCommands {
    @Inject
    Orders orders;

    @Inject
    Quotations quotations;

    @Inject
    Customers customers;

    @Inject
    Staff staff;

    @Inject
    Acts acts;

    @Inject
    Calendars calendars;

    @Inject
    Viewer viewer;

    Order draft(UUID quotationId, OrderTerms terms) {
        var act = acts.ofCaller();
        staff.onDuty(act.by());
        requireFuture(terms, "terms.deliveryDate");
        var quotation = quotations.forOrder(quotationId);
        if (orders.count("quotationId = ?1 and status not in ('REJECTED', 'CANCELED', 'CLOSED')", quotationId) > 0)
            throw new Problem.Conflict("quotation-ordered-already", Map.of("quotation", quotationId.toString()));
        String number = "SO-%d-%06d".formatted(calendars.today().getYear(), orders.nextNumber());
        String customerName = customers.nameOf(quotation.customerId(), "quotationId");
        return orders.add(new Order(number, quotation, customerName, terms, act), act);
    }

    Order amend(UUID id, OrderTerms terms) {
        var act = acts.ofCaller();
        requireFuture(terms, "deliveryDate");
        viewer.mayRead(orders.get(id));
        return orders.adjust(id, act, "intake.order.amended", order -> order.amend(terms));
    }

    Order confirm(UUID id, Evidence evidence) {
        var act = acts.ofCaller();
        var taker = staff.orderTaker(act.by());
        viewer.mayRead(orders.get(id));
        return orders.change(id, act, order -> {
            PersonalRights.requireInduction(order, taker, act);
            PersonalRights.requireWithinOwnLimit(order, taker, act);
            return order.confirm(evidence, taker.level(), act);
        });
    }

    Order requestApproval(UUID id, Evidence evidence) {
        var act = acts.ofCaller();
        var taker = staff.orderTaker(act.by());
        viewer.mayRead(orders.get(id));
        return orders.adjust(id, act, "intake.order.approval-requested", order -> {
            PersonalRights.requireInduction(order, taker, act);
            order.requestApproval(evidence, act);
        });
    }

    Order approve(UUID id) {
        var act = acts.ofCaller();
        staff.requireSuperiorOrControl(act, orders.get(id).orderTaker());
        Order approved = orders.change(id, act, order -> order.approve(act));
        orders.alsoTell(approved.confirmed(act));
        return approved;
    }

    Order disapprove(UUID id, String remarks) {
        var act = acts.ofCaller();
        staff.requireSuperiorOrControl(act, orders.get(id).orderTaker());
        return orders.adjust(id, act, "intake.order.disapproved", order -> order.disapprove(remarks, act));
    }

    Order handIn(UUID id, String merchandiser) {
        var act = acts.ofCaller();
        viewer.mayRead(orders.get(id));
        staff.requireRole(merchandiser, Roles.MERCH, "merchandiser");
        return orders.adjust(id, act, "intake.order.handed-in", order -> order.handIn(merchandiser, act));
    }

    Order confirmReceipt(UUID id) {
        var act = acts.ofCaller();
        return orders.change(id, act, order -> order.confirmReceipt(act));
    }

    Order check(UUID id, OrderResource.Check request) {
        var act = acts.ofCaller();
        return switch (request.outcome()) {
            case ACCEPTED ->
                orders.adjust(id, act, "intake.order.checked", order -> order.accept(request.itemsInOrder(), act));
            case RETURNED ->
                orders.change(
                        id, act, order -> order.returnToSales(request.itemsInOrder(), request.remarksRequired(), act));
            case REJECTED -> orders.change(id, act, order -> order.reject(request.remarksRequired(), act));
        };
    }

    Order review(UUID id, Map<String, Boolean> criteria) {
        var act = acts.ofCaller();
        return criteria.containsValue(false)
                ? orders.change(id, act, order -> order.failReview(criteria, act))
                : orders.adjust(id, act, "intake.order.review-passed", order -> order.pass(criteria, act));
    }

    Order agree(UUID id, String solution, OrderTerms terms) {
        var act = acts.ofCaller();
        if (terms != null) requireFuture(terms, "terms.deliveryDate");
        return orders.adjust(id, act, "intake.order.solution-agreed", order -> order.agree(solution, terms, act));
    }

    Order close(UUID id, String reason) {
        var act = acts.ofCaller();
        return orders.adjust(id, act, "intake.order.closed", order -> order.close(reason, act));
    }

    Order release(UUID id) {
        var act = acts.ofCaller();
        var quotation = quotations.forOrder(orders.get(id).quotationId());
        return orders.change(id, act, order -> order.release(quotation, act));
    }

    Order correct(UUID id, Correction correction) {
        var act = acts.ofCaller();
        return orders.change(id, act, order -> order.correct(correction, act));
    }

    Order cancel(UUID id, String reason) {
        var act = acts.ofCaller();
        staff.requireSuperiorOrControl(act, orders.get(id).orderTaker());
        return orders.change(id, act, order -> order.cancel(reason, act));
    }

    private void requireFuture(OrderTerms terms, String field) {
        if (terms.deliveryDate().isBefore(calendars.today())) throw Problem.Invalid.field(field, "past");
    }
}
