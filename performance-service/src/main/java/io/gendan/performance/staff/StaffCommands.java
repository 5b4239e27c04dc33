package io.gendan.performance.staff;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.rulebook.PeopleRules;
import io.gendan.rulebook.Scope;

@ApplicationScoped
@Transactional
class StaffCommands {
    private static final String LEAVES = "leaves";

    @Inject
    StaffRegister register;

    @Inject
    Units units;

    @Inject
    StaffChanges changes;

    @Inject
    PlannedChanges planned;

    @Inject
    Structures structures;

    @Inject
    RegisterRights rights;

    @Inject
    Acts acts;

    @Inject
    Calendars calendars;

    StaffMember register(String username, PersonChange details, String reason) {
        var act = acts.ofCaller();
        RegisterRights.requireNotOneself(act, username);
        return changes.register(username, details.ofNew(calendars.today()), reason, calendars.today(), act);
    }

    /** @return what was planned, or null where the change is in force already */
    PlannedChange change(String username, PersonChange change, LocalDate from, String reason) {
        var act = acts.ofCaller();
        var known = member(username).details();
        rights.requirePerson(act, username, known, change);
        if (!isLater(from)) {
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

    /**
     * Records the last day of duty. Those directly below the leaver, and the units he heads, go over to a successor on the day
     * after, so that nobody is left without superior (ORG-10, ORG-11).
     */
    StaffMember leave(String username, LocalDate on, String successor) {
        var act = acts.ofCaller();
        RegisterRights.requireNotOneself(act, username);
        Structure before = structures.presentForChange();
        var leaver = member(username);
        leaver.requireMayLeave(on);
        LocalDate next = on.plusDays(1);
        var orphans = before.below(username, next);
        var headed = before.headedBy(username, on);
        if (successor != null && !before.people().containsKey(successor))
            throw Problem.Invalid.field("successor", "does-not-exist");
        if (successor == null && !(orphans.isEmpty() && headed.isEmpty()))
            throw Problem.Invalid.field(
                    "successor",
                    "needed-for",
                    Stream.concat(orphans.stream(), headed.stream()).toList());
        var leaving = PersonChange.leaving(on).over(leaver.details());
        judgeLeaving(before, Map.of(username, leaving), orphans, headed, successor, next);
        orphans.forEach(orphan -> changeOn(next, orphan, PersonChange.under(successor), act));
        headed.forEach(unit -> changeOn(next, unit, UnitChange.headedBy(successor), act));
        var rule = act.rule(PeopleRules.ACCESS_END, Scope.COMPANY);
        var ends = calendars.endOf(on);
        act.deadline(
                rule,
                Scope.COMPANY,
                leaver,
                ends,
                calendars.after(ends, rule.parameters().limit(), Scope.COMPANY));
        changes.enact(leaver, leaving, LEAVES, calendars.today(), act);
        return leaver;
    }

    /** Tells of every unit and person as they are, for services that have missed something or know more than before. */
    void tellAnew() {
        var act = acts.ofCaller();
        structures.presentForChange();
        Map<String, String> profiles = units.profiles();
        units.listAll().forEach(unit -> units.change(unit.id(), act, u -> u.registered(act)));
        register.listAll()
                .forEach(member -> register.change(member.id(), act, m -> m.registered(profiles.get(m.unit()), act)));
    }

    PlannedChange withdraw(UUID id) {
        var act = acts.ofCaller();
        if (!act.by().equals(planned.get(id).plannedBy()) && !act.is(Roles.HR) && !act.is(Roles.LEAD))
            throw new Problem.NotAllowed("not-yours-to-change", Map.of("by", act.by(), "what", id.toString()));
        return planned.adjust(id, act, "performance.planned-change.withdrawn", change -> change.withdraw(act));
    }

    private static void judgeLeaving(
            Structure before,
            Map<String, PersonDetails> leaver,
            List<String> orphans,
            List<String> headless,
            String successor,
            LocalDate next) {
        var people = new HashMap<>(leaver);
        orphans.forEach(orphan -> people.put(
                orphan, PersonChange.under(successor).over(before.people().get(orphan))));
        var units = new HashMap<String, UnitDetails>();
        headless.forEach(unit -> units.put(
                unit, UnitChange.headedBy(successor).over(before.units().get(unit))));
        Structures.require(before, before.withPeople(people).withUnits(units), next);
    }

    private void changeOn(LocalDate day, String username, PersonChange change, Act act) {
        if (day.isAfter(calendars.today())) plan(username, change, day, LEAVES, act);
        else changes.change(username, change, LEAVES, day, act);
    }

    private void changeOn(LocalDate day, String unit, UnitChange change, Act act) {
        if (day.isAfter(calendars.today()))
            planned.add(PlannedChange.ofUnit(unit, change, day, calendars.startOf(day), LEAVES, act), act);
        else changes.change(unit, change, day, act);
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
