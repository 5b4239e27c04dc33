package io.gendan.performance.staff;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.clock.Timed;
import io.gendan.core.notice.Notices;
import io.gendan.core.notice.Telling;
import io.gendan.core.problem.Problem;
import io.gendan.core.ruling.Rulings;
import io.gendan.core.store.RecordRef;

/** Puts a planned change into force when its day begins, or refuses it where it does not fit any more. */
@ApplicationScoped
class PlannedChangeClock implements Timed<PlannedChange> {
    @Inject
    StaffRegister register;

    @Inject
    PlannedChanges planned;

    @Inject
    StaffChanges changes;

    @Inject
    Rulings rulings;

    @Inject
    Notices notices;

    @Override
    public Class<PlannedChange> kind() {
        return PlannedChange.class;
    }

    @Override
    public String moment() {
        return "watchAt";
    }

    /** Of two about the same the earlier first, though another replica is at it: the later one is due again at the next look. */
    @Override
    public void strike(PlannedChange due, Act act) {
        register.lock();
        if (planned.isOvertaking(due)) return;
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

    /** What refuses does so before it has changed anything; whoever planned it is told. */
    private void refuse(PlannedChange due, Problem why, Act act) {
        planned.adjust(due.id(), act, "performance.planned-change.refused", change -> change.refuse(why, act));
        notices.tell(
                new Telling(
                        due.plannedBy(),
                        "planned-change-refused",
                        Map.of("what", due.what(), "on", due.effectiveFrom().toString()),
                        new RecordRef(due.recordType(), due.id(), due.what()),
                        null,
                        false),
                act);
    }

    private void apply(PlannedChange due, Act act) {
        if (due.username() != null)
            changes.change(due.username(), due.personChange(), due.reason(), due.effectiveFrom(), act);
        else changes.change(due.unit(), due.unitChange(), due.effectiveFrom(), act);
    }
}
