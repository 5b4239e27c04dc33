package io.gendan.performance.staff;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.problem.Problem;

@ApplicationScoped
@Transactional
class UnitCommands {
    @Inject
    StaffRegister register;

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
        requireNotForOneself(act, details);
        register.lock();
        if (isLikeItsParent(details)) rights.requireHeaded(act, details.parent());
        else rights.requireAll(act, code);
        return changes.setUp(code, details.ofNew(), calendars.today(), act);
    }

    /** @return what was planned, or null where the change is in force already */
    PlannedChange change(String code, UnitChange change, LocalDate from, String reason) {
        var act = acts.ofCaller();
        requireNotForOneself(act, change);
        register.lock();
        if (units.profileOf(code).isEmpty()) throw new Problem.NotFound("unit", code);
        if (change.placesInCompany()) rights.requireAll(act, code);
        rights.requireHeaded(act, code);
        if (change.parent() != null) rights.requireHeaded(act, change.parent());
        LocalDate today = calendars.today();
        if (from != null && from.isBefore(today)) throw Problem.Invalid.field("from", "past");
        if (from == null || from.equals(today)) {
            changes.change(code, change, today, act);
            return null;
        }
        changes.judge(code, change, from);
        return planned.add(PlannedChange.ofUnit(code, change, from, calendars.startOf(from), reason, act), act);
    }

    private static void requireNotForOneself(Act act, UnitChange change) {
        if (change.names(act.by())) RegisterRights.requireNotOneself(act, act.by());
    }

    /** Such a unit a head sets up below his own. */
    private boolean isLikeItsParent(UnitChange details) {
        return details.parent() != null
                && !Boolean.TRUE.equals(details.controlling())
                && units.profileOf(details.parent())
                        .filter(profile -> profile.equals(details.profile()))
                        .isPresent();
    }
}
