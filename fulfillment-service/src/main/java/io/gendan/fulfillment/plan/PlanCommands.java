package io.gendan.fulfillment.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.deadline.Deadlines;
import io.gendan.core.problem.Problem;
import io.gendan.core.reassignment.Reassign;
import io.gendan.core.store.Ids;
import io.gendan.rulebook.FulfillmentRules;
import io.gendan.staff.Staff;
import io.gendan.staff.Viewer;

@ApplicationScoped
@Transactional
class PlanCommands {
    @Inject
    Plans plans;

    @Inject
    Staff staff;

    @Inject
    Acts acts;

    @Inject
    Calendars calendars;

    @Inject
    Deadlines deadlines;

    @Inject
    Viewer viewer;

    @Inject
    PlanOwners owners;

    Plan appoint(UUID id, PlanResource.Team team) {
        var act = acts.ofCaller();
        staff.requireSuperior(act, plans.get(id).merchandiser());
        if (team.owner() != null) staff.requireActive(team.owner(), "owner");
        for (int i = 0; i < team.members().size(); i++)
            staff.requireActive(team.members().get(i).username(), "members[%d].username".formatted(i));
        Plan appointed =
                plans.adjust(id, act, "fulfillment.plan.team-set", plan -> plan.appoint(team.owner(), team.members()));
        deadlines.meet(id, Plan.TEAM, act);
        return appointed;
    }

    Plan schedule(UUID id, List<PlanResource.PlannedMilestone> planned) {
        var act = acts.ofCaller();
        var milestones = new ArrayList<Milestone>();
        for (int i = 0; i < planned.size(); i++) {
            var milestone = planned.get(i);
            if (milestone.plannedOn().isBefore(calendars.today()))
                throw Problem.Invalid.field("[%d].plannedOn".formatted(i), "past");
            staff.requireActive(milestone.responsible(), "[%d].responsible".formatted(i));
            milestones.add(Milestone.planned(
                    Ids.next(),
                    milestone.name(),
                    milestone.plannedOn(),
                    milestone.responsible(),
                    milestone.criterion(),
                    calendars.endOf(milestone.plannedOn())));
        }
        return plans.adjust(id, act, "fulfillment.plan.milestones-set", plan -> plan.schedule(milestones, act));
    }

    Plan confirm(UUID id) {
        var act = acts.ofCaller();
        staff.requireSuperior(act, plans.get(id).merchandiser());
        return plans.change(id, act, plan -> plan.confirm(act));
    }

    Plan start(UUID id) {
        var act = acts.ofCaller();
        return plans.change(id, act, plan -> plan.start(nextProgress(plan, act), act));
    }

    Plan progress(UUID id, PlanResource.Progress progress) {
        var act = acts.ofCaller();
        Plan progressed = plans.adjust(
                id,
                act,
                "fulfillment.plan.progressed",
                plan -> plan.progressed(progress.milestoneId(), progress.percent(), nextProgress(plan, act), act));
        plans.getEntityManager().persist(new ProgressEntry(id, progress, act));
        return progressed;
    }

    Plan reach(UUID id, UUID milestone) {
        var act = acts.ofCaller();
        return plans.change(id, act, plan -> plan.reach(milestone, calendars.dayOf(act.at()), act));
    }

    Plan inspect(UUID id, PlanResource.Inspect inspection) {
        var act = acts.ofCaller();
        return plans.change(
                id, act, plan -> plan.inspect(inspection.batch(), inspection.criteria(), inspection.remarks(), act));
    }

    Plan produced(UUID id) {
        var act = acts.ofCaller();
        return plans.change(id, act, plan -> plan.produced(act));
    }

    Plan close(UUID id) {
        var act = acts.ofCaller();
        return plans.change(id, act, plan -> plan.close(act));
    }

    Plan reassign(UUID id, Reassign request) {
        viewer.mayRead(plans.get(id));
        return owners.reassign(id, request, acts.ofCaller());
    }

    Instant nextProgress(Plan plan, Act act) {
        var rule = act.rule(FulfillmentRules.PROGRESS_INTERVAL, plan.scope());
        return calendars.after(act.at(), rule.parameters().interval(), plan.scope());
    }
}
