package io.gendan.performance.staff;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.problem.Problem;
import io.gendan.rulebook.PeopleRules;
import io.gendan.rulebook.Scope;

/**
 * Records the last day of duty. Whatever leans on the leaver goes over to a successor, so that nobody is left without
 * superior, head or substitute (ORG-11): those directly below him and the units he heads on the day after, what is planned
 * with him in it at once.
 */
@ApplicationScoped
@Transactional
class LeaveCommands {
    private static final String LEAVES = "leaves";

    /** All that leans on somebody who leaves. */
    private record Left(
            List<String> people, List<String> units, List<PlannedChange> planned, List<String> representedBy) {
        boolean isEmpty() {
            return people.isEmpty() && units.isEmpty() && planned.isEmpty() && representedBy.isEmpty();
        }

        List<String> names() {
            return Stream.of(
                            people.stream(),
                            units.stream(),
                            planned.stream().map(PlannedChange::what),
                            representedBy.stream())
                    .flatMap(names -> names)
                    .distinct()
                    .toList();
        }
    }

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
    Acts acts;

    @Inject
    Calendars calendars;

    StaffMember leave(String username, LocalDate on, String successor) {
        var act = acts.ofCaller();
        RegisterRights.requireNotOneself(act, username);
        Structure before = structures.presentForChange();
        var leaver = register.requested(member(username).id());
        leaver.requireMayLeave(on);
        var left = left(before, username, on);
        requireSuccessor(before, left, successor);
        var leaving = PersonChange.leaving(on).over(leaver.details());
        judge(before, Map.of(username, leaving), left, successor, firstDayAfter(on));
        setDeadline(leaver, on, act);
        withdraw(each -> each.outlasts(username, on), act);
        changes.enact(leaver, leaving, LEAVES, calendars.today(), act);
        handOver(left, username, on, successor, act);
        return leaver;
    }

    private Left left(Structure before, String leaver, LocalDate on) {
        return new Left(
                before.below(leaver, firstDayAfter(on)),
                before.headedBy(leaver, on),
                planned.waiting().stream()
                        .filter(each -> each.putsInPlace(leaver) && !leaver.equals(each.username()))
                        .toList(),
                register.representedAfter(leaver, on));
    }

    private static void requireSuccessor(Structure before, Left left, String successor) {
        if (successor != null && !before.people().containsKey(successor))
            throw Problem.Invalid.field("successor", "does-not-exist");
        if (successor == null && !left.isEmpty()) throw Problem.Invalid.field("successor", "needed-for", left.names());
    }

    private static void judge(
            Structure before, Map<String, PersonDetails> leaver, Left left, String successor, LocalDate day) {
        var people = new HashMap<>(leaver);
        left.people()
                .forEach(orphan -> people.put(
                        orphan,
                        PersonChange.under(successor).over(before.people().get(orphan))));
        var headless = new HashMap<String, UnitDetails>();
        left.units()
                .forEach(unit -> headless.put(
                        unit, UnitChange.headedBy(successor).over(before.units().get(unit))));
        Structures.require(before, before.withPeople(people).withUnits(headless), day);
    }

    /** After the leaver himself: while he is still there, nobody else can head his unit. */
    private void handOver(Left left, String leaver, LocalDate on, String successor, Act act) {
        LocalDate next = firstDayAfter(on);
        left.people().forEach(orphan -> changeOn(next, orphan, PersonChange.under(successor), act));
        left.units().forEach(unit -> changeOn(next, unit, UnitChange.headedBy(successor), act));
        for (var change : left.planned()) {
            var succeeded = change.succeeded(leaver, successor, act);
            judge(succeeded, act);
            withdraw(change, act);
            planned.add(succeeded, act);
        }
        left.representedBy().forEach(username -> passSubstitutions(username, leaver, on, successor, act));
    }

    private void judge(PlannedChange change, Act act) {
        if (change.username() != null)
            changes.judge(change.username(), change.personChange(), change.effectiveFrom(), act);
        else changes.judge(change.unit(), change.unitChange(), change.effectiveFrom());
    }

    private void passSubstitutions(String username, String leaver, LocalDate on, String successor, Act act) {
        var member = member(username);
        var substitute = member(successor);
        for (var each : member.substitutionsBy(leaver, on)) {
            LocalDate first = on.isBefore(each.firstDay()) ? each.firstDay() : on.plusDays(1);
            member.requireFits(substitute, first, each.lastDay(), "successor");
        }
        String profile = units.profileOf(member.unit()).orElseThrow();
        register.change(member.id(), act, m -> m.passSubstitutions(leaver, on, successor, profile, act));
    }

    private void withdraw(Predicate<PlannedChange> which, Act act) {
        planned.waiting().stream().filter(which).toList().forEach(each -> withdraw(each, act));
    }

    private void withdraw(PlannedChange change, Act act) {
        planned.adjust(change.id(), act, "performance.planned-change.withdrawn", each -> each.withdraw(act));
    }

    /** The first on which the others can do without him: not before today, though he may have left long ago. */
    private LocalDate firstDayAfter(LocalDate lastDay) {
        LocalDate next = lastDay.plusDays(1);
        return next.isBefore(calendars.today()) ? calendars.today() : next;
    }

    private void setDeadline(StaffMember leaver, LocalDate on, Act act) {
        var rule = act.rule(PeopleRules.ACCESS_END, Scope.COMPANY);
        var ends = calendars.endOf(on);
        act.deadline(
                rule,
                Scope.COMPANY,
                leaver,
                ends,
                calendars.after(ends, rule.parameters().limit(), Scope.COMPANY));
    }

    private void changeOn(LocalDate day, String username, PersonChange change, Act act) {
        if (day.isAfter(calendars.today()))
            planned.add(PlannedChange.ofPerson(username, change, day, calendars.startOf(day), LEAVES, act), act);
        else changes.change(username, change, LEAVES, calendars.today(), act);
    }

    private void changeOn(LocalDate day, String unit, UnitChange change, Act act) {
        if (day.isAfter(calendars.today()))
            planned.add(PlannedChange.ofUnit(unit, change, day, calendars.startOf(day), LEAVES, act), act);
        else changes.change(unit, change, calendars.today(), act);
    }

    private StaffMember member(String username) {
        return register.member(username).orElseThrow(() -> new Problem.NotFound("staff-member", username));
    }
}
