package io.gendan.performance.staff;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;

@ApplicationScoped
@Transactional
class StaffCommands {
    private static final int IN_MEMORY = 100;

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

    StaffMember register(String username, PersonChange details, String reason) {
        var act = acts.ofCaller();
        RegisterRights.requireNotOneself(act, username);
        register.lock();
        return changes.register(username, details.ofNew(calendars.today()), reason, calendars.today(), act);
    }

    /** @return what was planned, or null where the change is in force already */
    PlannedChange change(String username, PersonChange change, LocalDate from, String reason) {
        var act = acts.ofCaller();
        register.lock();
        boolean later = isLater(from);
        rights.requirePerson(act, username, member(username).details(), change, later);
        if (!later) {
            changes.change(username, change, reason, calendars.today(), act);
            return null;
        }
        changes.judge(username, change, from, act);
        return plan(username, change, from, reason, act);
    }

    StaffMember induct(String username, LocalDate on) {
        var act = acts.ofCaller();
        RegisterRights.requireNotOneself(act, username);
        if (on.isAfter(calendars.today())) throw Problem.Invalid.field("on", "in-the-future");
        return changes.change(username, PersonChange.inducted(on), "induction", calendars.today(), act);
    }

    /** Tells of every unit and person as they are, for services that have missed something or know more than before. */
    void tellAnew() {
        var act = acts.ofCaller();
        register.lock();
        Map<String, String> profiles = units.profiles();
        units.listAll().forEach(unit -> units.change(unit.id(), act, u -> u.registered(act)));
        int told = 0;
        for (UUID id : register.ids()) {
            register.change(id, act, member -> member.registered(profiles.get(member.unit()), act));
            if (++told % IN_MEMORY == 0) register.getEntityManager().clear();
        }
    }

    PlannedChange withdraw(UUID id) {
        var act = acts.ofCaller();
        RegisterRights.requireNotOneself(act, planned.get(id).username());
        if (!act.by().equals(planned.get(id).plannedBy()) && !act.is(Roles.HR) && !act.is(Roles.LEAD))
            throw new Problem.NotAllowed("not-yours-to-change", Map.of("by", act.by(), "what", id.toString()));
        return planned.adjust(id, act, "performance.planned-change.withdrawn", change -> change.withdraw(act));
    }

    private PlannedChange plan(String username, PersonChange change, LocalDate from, String reason, Act act) {
        return planned.add(PlannedChange.ofPerson(username, change, from, calendars.startOf(from), reason, act), act);
    }

    private StaffMember member(String username) {
        return register.member(username).orElseThrow(() -> new Problem.NotFound("staff-member", username));
    }

    private boolean isLater(LocalDate from) {
        if (from == null) return false;
        if (from.isBefore(calendars.today())) throw Problem.Invalid.field("from", "past");
        return from.isAfter(calendars.today());
    }
}
