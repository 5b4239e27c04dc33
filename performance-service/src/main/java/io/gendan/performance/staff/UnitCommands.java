package io.gendan.performance.staff;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.problem.Problem;

@ApplicationScoped
@Transactional
class UnitCommands {
    @Inject
    Units units;

    @Inject
    StaffChanges changes;

    @Inject
    PlannedChanges planned;

    @Inject
    RegisterRights rights;

    @Inject
    Acts acts;

    @Inject
    Calendars calendars;

    Unit setUp(String code, UnitChange details) {
        var act = acts.ofCaller();
        if (details.parent() == null) rights.requireAll(act, code);
        else rights.requireUnit(act, details.parent());
        return changes.setUp(code, details.ofNew(), calendars.today(), act);
    }

    /** @return what was planned, or null where the change is in force already */
    PlannedChange change(String code, UnitChange change, LocalDate from, String reason) {
        var act = acts.ofCaller();
        if (!units.byCode().containsKey(code)) throw new Problem.NotFound("unit", code);
        rights.requireUnit(act, code);
        if (change.parent() != null) rights.requireUnit(act, change.parent());
        LocalDate today = calendars.today();
        if (from != null && from.isBefore(today)) throw Problem.Invalid.field("from", "past");
        if (from == null || from.equals(today)) {
            changes.change(code, change, today, act);
            return null;
        }
        changes.judge(code, change, from);
        return planned.add(PlannedChange.ofUnit(code, change, from, calendars.startOf(from), reason, act), act);
    }
}
