package io.gendan.performance.staff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.sheet.RowFault;
import io.gendan.core.sheet.SheetFormat;
import io.gendan.core.sheet.Sheets;
import io.gendan.rulebook.PeopleRules;
import io.gendan.rulebook.PeopleRules.ExclusiveRoles;
import io.gendan.rulebook.Scope;

/** Takes over units and people from files. To import a file again changes nothing and tells nobody anything. */
@ApplicationScoped
@Transactional
class Imports {
    private static final int ROWS_IN_MEMORY = 25;
    private static final String REASON = "import";

    @Inject
    Units units;

    @Inject
    StaffRegister register;

    @Inject
    Structures structures;

    @Inject
    StaffChanges changes;

    @Inject
    RegisterRights rights;

    @Inject
    Acts acts;

    @Inject
    Calendars calendars;

    ImportOutcome units(byte[] file, SheetFormat format, boolean dryRun) {
        var act = acts.ofCaller();
        Structure before = structures.presentForChange();
        rights.requireImport(act, "units", before);
        var table = Sheets.read(file, format, UnitRow.COLUMNS, UnitRow.MORE_COLUMNS);
        var faults = new ArrayList<>(table.faults());
        var rows = new LinkedHashMap<String, UnitRow>();
        for (var row : table.rows()) UnitRow.read(row, before, faults).ifPresent(unit -> keep(unit, rows, faults));
        faults.addAll(refuseOwnPlace(rows, before, act));
        faults.addAll(new Settling<>(
                        before,
                        (Map<String, UnitRow> taken) -> before.withUnits(over(taken, before.units(), UnitRow::over)),
                        (row, fault) -> row.code().equals(fault.unit()))
                .settle(rows, calendars.today()));

        Map<String, UnitDetails> toDo = changed(rows, before.units(), UnitRow::over);
        int added = (int) toDo.keySet().stream()
                .filter(code -> !before.units().containsKey(code))
                .count();
        if (!dryRun) storeUnits(toDo, act);
        return new ImportOutcome(
                dryRun, table.size(), added, toDo.size() - added, rows.size() - toDo.size(), 0, faults);
    }

    ImportOutcome people(byte[] file, SheetFormat format, boolean dryRun) {
        var act = acts.ofCaller();
        Structure before = structures.presentForChange();
        rights.requireImport(act, "staff", before);
        var table = Sheets.read(file, format, StaffRow.COLUMNS, StaffRow.MORE_COLUMNS);
        var faults = new ArrayList<>(table.faults());
        var staffRows =
                table.rows().stream().filter(row -> !StaffRow.isCustomer(row)).toList();
        var rows = new LinkedHashMap<String, StaffRow>();
        for (var row : staffRows) StaffRow.read(row, before, faults).ifPresent(person -> keep(person, rows, faults));
        faults.addAll(refuseOwnEntry(rows, before, act));
        faults.addAll(refuseExclusiveRoles(
                rows, act.rule(PeopleRules.EXCLUSIVE_ROLES, Scope.COMPANY).parameters()));
        faults.addAll(new Settling<>(
                        before,
                        (Map<String, StaffRow> taken) ->
                                before.withPeople(over(taken, before.people(), StaffRow::over)),
                        (row, fault) -> isAbout(row, fault, before))
                .settle(rows, calendars.today()));

        Map<String, PersonDetails> toDo = changed(rows, before.people(), StaffRow::over);
        int added = (int) toDo.keySet().stream()
                .filter(username -> !before.people().containsKey(username))
                .count();
        if (!dryRun) storePeople(toDo, before, act);
        return new ImportOutcome(
                dryRun,
                table.size(),
                added,
                toDo.size() - added,
                rows.size() - toDo.size(),
                table.rows().size() - staffRows.size(),
                faults);
    }

    private void storeUnits(Map<String, UnitDetails> units, Act act) {
        Map<String, Unit> known = this.units.byCode();
        units.forEach((code, details) -> {
            if (known.containsKey(code)) changes.become(known.get(code), details, act);
            else {
                var unit = new Unit(code, details);
                this.units.add(unit, act, unit.registered(act));
            }
        });
        structures.settleHeads(calendars.today(), act);
    }

    private void storePeople(Map<String, PersonDetails> people, Structure before, Act act) {
        int stored = 0;
        for (var each : people.entrySet()) {
            String username = each.getKey();
            var details = each.getValue();
            String profile = before.units().get(details.unit()).profile();
            boolean known = before.people().containsKey(username);
            if (known)
                register.change(
                        register.member(username).orElseThrow().id(),
                        act,
                        member -> member.become(details, profile, act));
            else {
                var member = new StaffMember(username, details);
                register.add(member, act, member.registered(profile, act));
            }
            changes.keepVersion(username, details, known ? calendars.today() : details.activeFrom(), REASON, act);
            if (++stored % ROWS_IN_MEMORY == 0) {
                register.getEntityManager().flush();
                register.getEntityManager().clear();
            }
        }
        structures.settleHeads(calendars.today(), act);
    }

    /** Nobody puts himself at the head of a unit, or in charge of a shop; the first units come before their people. */
    static List<RowFault> refuseOwnPlace(Map<String, UnitRow> rows, Structure before, Act act) {
        if (before.people().isEmpty()) return List.of();
        var refused = new ArrayList<RowFault>();
        for (var row : List.copyOf(rows.values()))
            row.change().newPlaceOf(act.by(), before.units().get(row.code())).ifPresent(column -> {
                rows.remove(row.key());
                refused.add(new RowFault(row.line(), column, "not-about-oneself"));
            });
        return refused;
    }

    /** Whoever takes over the first people may be one of them, in the roles he has. */
    static List<RowFault> refuseOwnEntry(Map<String, StaffRow> rows, Structure before, Act act) {
        var own = rows.get(act.by());
        if (own == null) return List.of();
        var known = before.people().get(act.by());
        var details = own.over(known);
        boolean first = before.people().isEmpty() && act.roles().containsAll(details.roles());
        if (first || details.equals(known)) return List.of();
        rows.remove(own.key());
        return List.of(new RowFault(own.line(), "username", "not-about-oneself"));
    }

    private static List<RowFault> refuseExclusiveRoles(Map<String, StaffRow> rows, ExclusiveRoles exclusive) {
        var wrong = rows.values().stream()
                .filter(row -> !exclusive.conflictsOf(row.change().roles()).isEmpty())
                .toList();
        wrong.forEach(row -> rows.remove(row.key()));
        return wrong.stream()
                .map(row -> new RowFault(
                        row.line(),
                        "roles",
                        "roles-exclude-each-other",
                        exclusive.conflictsOf(row.change().roles())))
                .toList();
    }

    /** Whoever else has part in it, and whoever comes into the unit or goes out of it. */
    private static boolean isAbout(StaffRow row, StructureFault fault, Structure before) {
        if (row.username().equals(fault.other())) return true;
        if (fault.unit() == null) return false;
        var known = before.people().get(row.username());
        return fault.unit().equals(row.over(known).unit())
                || known != null && fault.unit().equals(known.unit());
    }

    private static <R extends Row, D> Map<String, D> changed(
            Map<String, R> rows, Map<String, D> known, BiFunction<R, D, D> over) {
        var changed = over(rows, known, over);
        changed.entrySet().removeIf(entry -> entry.getValue().equals(known.get(entry.getKey())));
        return changed;
    }

    private static <R extends Row, D> Map<String, D> over(
            Map<String, R> rows, Map<String, D> known, BiFunction<R, D, D> over) {
        var details = new LinkedHashMap<String, D>();
        rows.forEach((key, row) -> details.put(key, over.apply(row, known.get(key))));
        return details;
    }

    private static <R extends Row> void keep(R row, Map<String, R> rows, List<RowFault> faults) {
        var first = rows.putIfAbsent(row.key(), row);
        if (first != null) faults.add(new RowFault(row.line(), null, "twice", row.key(), first.line()));
    }
}
