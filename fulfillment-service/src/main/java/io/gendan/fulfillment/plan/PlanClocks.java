package io.gendan.fulfillment.plan;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.clock.Timed;
import io.gendan.core.people.Person;
import io.gendan.staff.Staff;

/** Reports that did not come, milestones not reached, promised days that passed (FUL-02, FUL-08). */
@ApplicationScoped
class PlanClocks implements Timed<Plan> {
    @Inject
    Plans plans;

    @Inject
    PlanCommands commands;

    @Inject
    Staff staff;

    @Override
    public Class<Plan> kind() {
        return Plan.class;
    }

    @Override
    public String moment() {
        return "watchAt";
    }

    @Override
    public void strike(Plan plan, Act act) {
        String superior = Optional.ofNullable(plan.answersForProgress())
                .flatMap(staff::find)
                .map(Person::superior)
                .orElse(null);
        var superiorDue = commands.nextProgress(plan, act);
        plans.changeAll(
                plan.id(), act, "fulfillment.plan.clock-struck", struck -> struck.strike(superior, superiorDue, act));
    }
}
