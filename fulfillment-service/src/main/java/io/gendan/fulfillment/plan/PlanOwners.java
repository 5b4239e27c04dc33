package io.gendan.fulfillment.plan;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.reassignment.Responsibility;
import io.gendan.core.reassignment.Succession;
import io.gendan.core.security.Roles;
import io.gendan.core.store.RecordRef;
import io.gendan.rulebook.Scope;

/** The project owner of a plan (FUL-01). With it go his milestones, and his findings in the acceptance. */
@ApplicationScoped
class PlanOwners extends Responsibility<Plan> {
    @Inject
    Plans plans;

    @Inject
    @Any
    Instance<GoesAlong> further;

    @Override
    protected String part() {
        return "project-owner";
    }

    @Override
    protected Plans records() {
        return plans;
    }

    @Override
    protected String holder(Plan plan) {
        return plan.owner();
    }

    @Override
    protected Scope scope(Plan plan) {
        return plan.scope();
    }

    @Override
    protected RecordRef ref(Plan plan) {
        return plan.ref();
    }

    @Override
    protected Set<String> roles(Plan plan) {
        return Set.of(Roles.BIZ, Roles.MERCH, Roles.PROD);
    }

    @Override
    protected String open() {
        return "owner = :person and status not in (CLOSED, CANCELED)";
    }

    @Override
    protected void hand(Plan plan, Succession succession, Act act) {
        plans.changeAll(plan.id(), act, "fulfillment.plan.owner-changed", owned -> owned.takenOverBy(succession, act));
    }

    @Override
    protected List<UUID> bringAlong(Plan plan, Succession succession, Act act) {
        return further.stream()
                .flatMap(records ->
                        records.goAlong(plan.orderId(), succession.former(), succession.successor(), act).stream())
                .toList();
    }
}
