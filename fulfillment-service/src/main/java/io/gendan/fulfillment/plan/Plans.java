package io.gendan.fulfillment.plan;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.deadline.DeadlineTerms;
import io.gendan.core.deadline.Deadlines;
import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
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

    @Inject
    Deadlines deadlines;

    @Inject
    StaffDirectory people;

    Plans() {
        super("plan");
    }

    /** Every released order gets a plan (FUL-02). */
    public void draftFor(ReleasedOrders.Order order) {
        var act = acts.ofSystem();
        Plan plan = add(new Plan(order, calendars.endOf(order.deliveryDate()), act), act);
        var terms =
                new DeadlineTerms(plan.ref(), Plan.TEAM, headOf(order.unit(), act), order.scope(), false, null, true);
        deadlines.start(terms, act.rule(FulfillmentRules.TEAM_LIMIT, order.scope()), order.releasedAt(), act);
    }

    /** The head appoints the team. */
    private String headOf(String unit, Act act) {
        return people.holders(Roles.HEAD, unit, calendars.dayOf(act.at())).stream()
                .findFirst()
                .map(Person::username)
                .orElse(null);
    }

    public void orderCanceled(UUID orderId) {
        var plan = ofOrder(orderId);
        if (!plan.isCancelable()) return;
        var act = acts.ofSystem();
        adjust(plan.id(), act, "fulfillment.plan.canceled", Plan::cancel);
        deadlines.cancel(plan.id(), Plan.TEAM, act);
    }

    /**
     * Somebody else follows the order.
     *
     * @return the plan, while it is open
     */
    public List<UUID> followedBy(UUID orderId, String former, String successor, Act act) {
        var plan = ofOrder(orderId);
        if (!plan.isOpen()) return List.of();
        changeAll(
                plan.id(),
                act,
                "fulfillment.plan.merchandiser-changed",
                followed -> followed.followedBy(former, successor, act));
        return List.of(plan.id());
    }

    /** A change of which several things are told, or nothing. */
    void changeAll(UUID id, Act act, String action, Function<Plan, List<PlanEvent>> change) {
        adjust(id, act, action, plan -> change.apply(plan).forEach(this::alsoTell));
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
