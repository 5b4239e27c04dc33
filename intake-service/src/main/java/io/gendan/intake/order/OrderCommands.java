package io.gendan.intake.order;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.approval.Approvals;
import io.gendan.core.approval.Remark;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.problem.Problem;
import io.gendan.core.reassignment.Reassign;
import io.gendan.core.ruling.Readings;
import io.gendan.core.security.Roles;
import io.gendan.intake.customer.Customers;
import io.gendan.intake.quotation.Quotations;
import io.gendan.intake.rota.Rotas;
import io.gendan.rulebook.IntakeRules;
import io.gendan.rulebook.Scope;
import io.gendan.staff.OrderTaker;
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
    Rotas rotas;

    @Inject
    Approvals approvals;

    @Inject
    Readings readings;

    @Inject
    Acts acts;

    @Inject
    Calendars calendars;

    @Inject
    Viewer viewer;

    @Inject
    OrderNews news;

    @Inject
    OrderTakers takers;

    @Inject
    OrderMerchandisers merchandisers;

    Order draft(UUID quotationId, OrderTerms terms) {
        var act = acts.ofCaller();
        var person = staff.onDuty(act.by());
        requireFuture(terms, "terms.deliveryDate");
        var quotation = quotations.forOrder(quotationId);
        if (orders.count("quotationId = ?1 and status not in ('REJECTED', 'CANCELED', 'CLOSED')", quotationId) > 0)
            throw new Problem.Conflict("quotation-ordered-already", Map.of("quotation", quotationId.toString()));
        String number = "SO-%d-%06d".formatted(calendars.today().getYear(), orders.nextNumber());
        String customerName = customers.nameOf(quotation.customerId(), "quotationId");
        var order = new Order(number, quotation, customerName, terms, act);
        order.holdAgainst(takenBefore(order, act), person.level(), act);
        return orders.add(order, act);
    }

    Order amend(UUID id, OrderTerms terms) {
        var act = acts.ofCaller();
        requireFuture(terms, "deliveryDate");
        viewer.mayRead(orders.get(id));
        Order amended = orders.adjust(id, act, "intake.order.amended", order -> order.amend(terms, act));
        approvals.contentChanged(id, amended.checksum(), act);
        return amended;
    }

    Order confirm(UUID id, Evidence evidence) {
        var act = acts.ofCaller();
        var taker = staff.orderTaker(act.by());
        viewer.mayRead(orders.get(id));
        return orders.change(id, act, order -> {
            PersonalRights.requireInduction(order, taker, act);
            PersonalRights.requireWithinOwnLimit(order, taker, act);
            OrderTaking.requireRead(order, () -> unreadBy(taker, act), act);
            return order.confirm(evidence, taker.level(), act);
        });
    }

    Order requestApproval(UUID id, Evidence evidence) {
        var act = acts.ofCaller();
        var taker = staff.orderTaker(act.by());
        viewer.mayRead(orders.get(id));
        return orders.adjust(id, act, "intake.order.approval-requested", order -> {
            PersonalRights.requireInduction(order, taker, act);
            OrderTaking.requireRead(order, () -> unreadBy(taker, act), act);
            approvals.open(order.requestApproval(evidence, act), act);
        });
    }

    /** @param seen checksum of what was read; null for the content as it stands */
    Order approve(UUID id, String seen) {
        Order approved = orders.requested(id);
        approvals.approve(id, seen, acts.ofCaller());
        return approved;
    }

    /** @param seen as above */
    Order disapprove(UUID id, String seen, String remarks) {
        Order disapproved = orders.requested(id);
        approvals.giveBack(id, seen, Remark.onTheWhole(remarks), acts.ofCaller());
        return disapproved;
    }

    Order handIn(UUID id, String merchandiser) {
        var act = acts.ofCaller();
        viewer.mayRead(orders.get(id));
        staff.requireRole(merchandiser, Roles.MERCH, "merchandiser");
        Order handedIn = orders.adjust(id, act, "intake.order.handed-in", order -> {
            order.handIn(merchandiser, act);
            rotas.handInTurn(order.scope(), act.at()).ifPresent(turn -> HandingIn.requireTurn(order, turn, act));
        });
        news.handedIn(handedIn, act);
        return handedIn;
    }

    Order confirmReceipt(UUID id) {
        var act = acts.ofCaller();
        Order received = orders.change(id, act, order -> order.confirmReceipt(act));
        news.received(received, act);
        return received;
    }

    Order check(UUID id, OrderResource.Check request) {
        var act = acts.ofCaller();
        return switch (request.outcome()) {
            case ACCEPTED ->
                orders.adjust(id, act, "intake.order.checked", order -> order.accept(request.itemsInOrder(), act));
            case RETURNED -> {
                String remarks = request.remarksRequired();
                Order returned =
                        orders.change(id, act, order -> order.returnToSales(request.itemsInOrder(), remarks, act));
                news.returned(returned, remarks, act);
                yield returned;
            }
            case REJECTED -> {
                String reason = request.remarksRequired();
                Order rejected = orders.change(id, act, order -> order.reject(reason, act));
                news.rejected(rejected, reason, act);
                yield rejected;
            }
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
        Order released = orders.change(id, act, order -> order.release(quotation, act));
        news.released(released, act);
        return released;
    }

    Order correct(UUID id, Correction correction) {
        var act = acts.ofCaller();
        return orders.change(id, act, order -> order.correct(correction, act));
    }

    Order reassign(UUID id, Reassign request) {
        viewer.mayRead(orders.get(id));
        return takers.reassign(id, request, acts.ofCaller());
    }

    Order reassignMerchandiser(UUID id, Reassign request) {
        viewer.mayRead(orders.get(id));
        return merchandisers.reassign(id, request, acts.ofCaller());
    }

    Order cancel(UUID id, String reason) {
        var act = acts.ofCaller();
        staff.requireSuperiorOrControl(act, orders.get(id).orderTaker());
        Order canceled = orders.change(id, act, order -> order.cancel(reason, act));
        approvals.end(id, "canceled", act);
        news.canceled(canceled, act);
        return canceled;
    }

    private BigDecimal takenBefore(Order order, Act act) {
        int days =
                act.rule(IntakeRules.SPLIT_ORDERS, order.scope()).parameters().days();
        return orders.takenSince(order.customerId(), act.by(), act.at().minus(Duration.ofDays(days)));
    }

    private List<String> unreadBy(OrderTaker taker, Act act) {
        return readings.unreadBy(act, Scope.of(taker.profile(), taker.unit()));
    }

    private void requireFuture(OrderTerms terms, String field) {
        if (terms.deliveryDate().isBefore(calendars.today())) throw Problem.Invalid.field(field, "past");
    }
}
