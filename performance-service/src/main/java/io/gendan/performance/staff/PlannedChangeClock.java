package io.gendan.performance.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.clock.Timed;
import io.gendan.core.problem.Problem;
import io.gendan.core.ruling.Rulings;

/** Puts a planned change into force when its day begins, or refuses it where it does not fit any more. */
@ApplicationScoped
class PlannedChangeClock implements Timed<PlannedChange> {
    @Inject
    PlannedChanges planned;

    @Inject
    StaffChanges changes;

    @Inject
    Rulings rulings;

    @Override
    public Class<PlannedChange> kind() {
        return PlannedChange.class;
    }

    @Override
    public String moment() {
        return "watchAt";
    }

    @Override
    public void strike(PlannedChange due, Act act) {
        try {
            apply(due, act);
            planned.adjust(due.id(), act, "performance.planned-change.in-force", change -> change.takeEffect(act));
        } catch (Problem.RuleBroken broken) {
            rulings.recordRefusal(broken.ruling());
            refuse(due, broken, act);
        } catch (Problem.Invalid | Problem.NotFound refused) {
            refuse(due, refused, act);
        }
    }

    /** What refuses does so before it has changed anything. */
    private void refuse(PlannedChange due, Problem why, Act act) {
        planned.adjust(due.id(), act, "performance.planned-change.refused", change -> change.refuse(why, act));
    }

    private void apply(PlannedChange due, Act act) {
        if (due.username() != null)
            changes.change(due.username(), due.personChange(), due.reason(), due.effectiveFrom(), act);
        else changes.change(due.unit(), due.unitChange(), due.effectiveFrom(), act);
    }
}
