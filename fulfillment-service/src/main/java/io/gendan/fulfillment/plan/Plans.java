package io.gendan.fulfillment.plan;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregates;
import io.gendan.events.fulfillment.PlanEvent;
import io.gendan.fulfillment.releasedorder.ReleasedOrders;
import io.gendan.rulebook.FulfillmentRules;

@ApplicationScoped
public class Plans extends Aggregates<Plan, PlanEvent> {
    /** What shipping has to know of the plan. */
    public record ForShipping(boolean qualityPassed, boolean produced) {}

    @Inject
    Acts acts;

    @Inject
    Calendars calendars;

    Plans() {
        super("plan");
    }

    /** Every released order gets a plan (FUL-02). */
    public void draftFor(ReleasedOrders.Order order) {
        var act = acts.ofSystem();
        var limit = act.rule(FulfillmentRules.TEAM_LIMIT, order.scope()).parameters();
        add(
                new Plan(
                        order,
                        calendars.after(order.releasedAt(), limit.limit(), order.scope()),
                        calendars.endOf(order.deliveryDate()),
                        act),
                act);
    }

    public void orderCanceled(UUID orderId) {
        var plan = ofOrder(orderId);
        if (plan.isCancelable()) adjust(plan.id(), acts.ofSystem(), "fulfillment.plan.canceled", Plan::cancel);
    }

    /** The plan as it stays until the caller's transaction ends: nobody inspects or delivers at the same time. */
    public ForShipping forShipping(UUID orderId) {
        var plan = ofOrder(orderId);
        getEntityManager().refresh(plan, LockModeType.PESSIMISTIC_WRITE);
        return new ForShipping(
                plan.qualityPassed(), plan.status() == PlanStatus.PRODUCED || plan.status() == PlanStatus.DELIVERED);
    }

    public void requireDelivered(UUID orderId) {
        var plan = ofOrder(orderId);
        if (plan.status() != PlanStatus.DELIVERED)
            throw new Problem.Unprocessable(
                    "order-not-delivered", Map.of("status", plan.status().name()));
    }

    public void delivered(UUID orderId, Act act) {
        adjust(ofOrder(orderId).id(), act, "fulfillment.plan.delivered", Plan::delivered);
    }

    public void accepted(UUID orderId, Act act) {
        adjust(ofOrder(orderId).id(), act, "fulfillment.plan.accepted", Plan::accepted);
    }

    /** The project owner, who answers for what nobody else was named for. */
    public String ownerOf(UUID orderId) {
        return ofOrder(orderId).owner();
    }

    private Plan ofOrder(UUID orderId) {
        return find("orderId", orderId)
                .firstResultOptional()
                .orElseThrow(() -> new IllegalStateException("released order without a plan: " + orderId));
    }
}
