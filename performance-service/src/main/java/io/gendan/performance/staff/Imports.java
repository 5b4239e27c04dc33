package io.gendan.performance.staff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;

/** Takes over units and people from files. To import a file again changes nothing and tells nobody anything. */
@ApplicationScoped
@Transactional
class Imports {
    private static final int ROWS_IN_MEMORY = 100;

    @Inject
    Units units;

    @Inject
    StaffRegister register;

    @Inject
    Acts acts;

    @Inject
    Calendars calendars;

    ImportOutcome units(byte[] csv, boolean dryRun) {
        var act = acts.ofCaller();
        register.lockForImport();
        var table = CsvTable.read(csv, UnitRow.COLUMNS, UnitRow.MORE_COLUMNS);
        var faults = new ArrayList<>(table.faults());
        var rows = new LinkedHashMap<String, UnitRow>();
        for (var row : table.rows()) UnitRow.read(row, faults).ifPresent(unit -> keep(unit, rows, faults));
        faults.addAll(new Hierarchy("parent", units.parents()).settle(rows));

        Map<String, Unit> known = units.byCode();
        var changed = rows.values().stream()
                .filter(row ->
                        known.containsKey(row.code()) && !known.get(row.code()).is(row))
                .toList();
        var added = rows.values().stream()
                .filter(row -> !known.containsKey(row.code()))
                .toList();
        if (!dryRun) {
            added.forEach(row -> add(new Unit(row), act));
            changed.forEach(row -> change(known.get(row.code()), row, act));
        }
        return new ImportOutcome(
                dryRun,
                count(table),
                added.size(),
                changed.size(),
                rows.size() - added.size() - changed.size(),
                0,
                faults);
    }

    ImportOutcome people(byte[] csv, boolean dryRun) {
        var act = acts.ofCaller();
        register.lockForImport();
        var table = CsvTable.read(csv, StaffRow.COLUMNS, StaffRow.MORE_COLUMNS);
        var faults = new ArrayList<>(table.faults());
        var staffRows =
                table.rows().stream().filter(row -> !StaffRow.isCustomer(row)).toList();
        Map<String, String> profiles = units.profiles();
        var rows = new LinkedHashMap<String, StaffRow>();
        for (var row : staffRows)
            StaffRow.read(row, profiles.keySet(), faults).ifPresent(person -> keep(person, rows, faults));
        Map<String, StaffMember> known =
                register.streamAll().collect(Collectors.toMap(StaffMember::username, member -> member));
        faults.addAll(refuseSuperiorsWhoLeft(rows, known));
        faults.addAll(new Hierarchy("superior", superiors(known)).settle(rows));

        var toDo = rows.values().stream()
                .filter(row -> !known.containsKey(row.username())
                        || !known.get(row.username()).is(row))
                .toList();
        Map<String, UUID> ids = new HashMap<>();
        known.forEach((username, member) -> ids.put(username, member.id()));
        if (!dryRun) store(toDo, ids, profiles, act);
        int changed = (int)
                toDo.stream().filter(row -> ids.containsKey(row.username())).count();
        return new ImportOutcome(
                dryRun,
                count(table),
                toDo.size() - changed,
                changed,
                rows.size() - toDo.size(),
                table.rows().size() - staffRows.size(),
                faults);
    }

    private void store(List<StaffRow> rows, Map<String, UUID> ids, Map<String, String> profiles, Act act) {
        int stored = 0;
        for (StaffRow row : rows) {
            String profile = profiles.get(row.unit());
            UUID id = ids.get(row.username());
            if (id != null) register.change(id, act, member -> member.become(row, profile, act));
            else {
                var member = new StaffMember(row);
                register.add(member, act, member.registered(profile, act));
            }
            if (++stored % ROWS_IN_MEMORY == 0) register.getEntityManager().clear(); // each was flushed
        }
    }

    private void add(Unit unit, Act act) {
        units.add(unit, act, unit.registered(act));
    }

    private void change(Unit unit, UnitRow row, Act act) {
        boolean otherProfile = !unit.profile().equals(row.profile());
        units.change(unit.id(), act, u -> u.become(row, act));
        if (!otherProfile) return;
        for (var member : register.list("unit", row.code()))
            register.change(member.id(), act, m -> m.registered(row.profile(), act));
    }

    private List<RowFault> refuseSuperiorsWhoLeft(Map<String, StaffRow> rows, Map<String, StaffMember> known) {
        var today = calendars.today();
        var wrong = rows.values().stream()
                .filter(row -> known.containsKey(row.superior())
                        && known.get(row.superior()).hasLeftBy(today))
                .toList();
        wrong.forEach(row -> rows.remove(row.username()));
        return wrong.stream()
                .map(row -> new RowFault(row.line(), "superior", "has-left"))
                .toList();
    }

    private static Map<String, String> superiors(Map<String, StaffMember> known) {
        var superiors = new HashMap<String, String>();
        known.forEach((username, member) -> superiors.put(username, member.superior()));
        return superiors;
    }

    private static <R extends Hierarchy.Placed> void keep(R row, Map<String, R> rows, List<RowFault> faults) {
        var first = rows.putIfAbsent(row.key(), row);
        if (first != null) faults.add(new RowFault(row.line(), null, "twice", row.key(), first.line()));
    }

    private static int count(CsvTable table) {
        return table.rows().size() + table.faults().size();
    }
}
