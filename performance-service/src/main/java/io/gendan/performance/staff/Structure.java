package io.gendan.performance.staff;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.gendan.core.security.Roles;
import io.gendan.performance.staff.StructureFault.Kind;

import static io.gendan.performance.staff.StructureFault.ofPerson;
import static io.gendan.performance.staff.StructureFault.ofUnit;

/**
 * The company as a whole: units below units, people in units and below superiors. Says what does not fit together on a day
 * (ORG-02, ORG-03, ORG-11, ORG-16), so that a change can be judged by what it would leave.
 */
final class Structure {
    private final Map<String, UnitDetails> units;
    private final Map<String, PersonDetails> people;

    Structure(Map<String, UnitDetails> units, Map<String, PersonDetails> people) {
        this.units = Map.copyOf(units);
        this.people = Map.copyOf(people);
    }

    Map<String, UnitDetails> units() {
        return units;
    }

    Map<String, PersonDetails> people() {
        return people;
    }

    Structure withUnits(Map<String, UnitDetails> changed) {
        return new Structure(merged(units, changed), people);
    }

    Structure withPeople(Map<String, PersonDetails> changed) {
        return new Structure(units, merged(people, changed));
    }

    /** What is refused and was not so before, on one of these days. */
    Set<StructureFault> brokenSince(Structure before, Collection<LocalDate> days) {
        var broken = new LinkedHashSet<StructureFault>();
        for (LocalDate day : days) {
            var faults = faults(day);
            faults.removeAll(before.faults(day));
            faults.stream().filter(fault -> fault.kind().isRefused()).forEach(broken::add);
        }
        return broken;
    }

    /** Who is another than before, who is above those, and all who are in or named for a unit that has to do with it. */
    Set<String> concernedSince(Structure before) {
        var changed = new HashSet<String>();
        var touched = new HashSet<String>();
        units.forEach((code, unit) -> {
            if (!unit.equals(before.units.get(code))) touched.add(code);
        });
        people.forEach((username, person) -> {
            var known = before.people.get(username);
            if (person.equals(known)) return;
            changed.add(username);
            touched.add(person.unit());
            if (known != null) touched.add(known.unit());
        });
        var concerned = new HashSet<>(changed);
        changed.forEach(username -> concerned.add(people.get(username).superior()));
        people.forEach((username, person) -> {
            if (touched.contains(person.unit())) concerned.add(username);
        });
        touched.stream().map(units::get).filter(Objects::nonNull).forEach(unit -> {
            concerned.add(unit.namedHead());
            concerned.add(unit.merchandiser());
        });
        concerned.remove(null);
        concerned.retainAll(people.keySet());
        return concerned;
    }

    /** All that does not fit together on that day. */
    Set<StructureFault> faults(LocalDate day) {
        var faults = new LinkedHashSet<StructureFault>();
        Map<String, List<String>> peopleOf = people.keySet().stream()
                .filter(username -> people.get(username).lasts(day))
                .sorted()
                .collect(Collectors.groupingBy(username -> people.get(username).unit()));
        units.keySet().stream()
                .sorted()
                .forEach(code -> ofOneUnit(code, peopleOf.getOrDefault(code, List.of()), day, faults));
        units.keySet().stream()
                .filter(code -> units.get(code).controlling())
                .sorted()
                .skip(1)
                .forEach(code -> faults.add(ofUnit(Kind.SECOND_CONTROLLING_UNIT, code)));
        people.keySet().stream().sorted().forEach(username -> ofOnePerson(username, day, faults));
        return faults;
    }

    /** Who heads the unit: who is named, else the only one in it whose role it is. */
    Optional<String> headOf(String unit, LocalDate day) {
        String named = units.get(unit).namedHead();
        if (named != null) return Optional.of(named).filter(head -> isThere(head, day));
        List<String> candidates = candidates(unit, people.keySet(), day);
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    /** Those directly below a person who are still there on that day. */
    List<String> below(String superior, LocalDate day) {
        return people.keySet().stream()
                .filter(username -> superior.equals(people.get(username).superior()))
                .filter(username -> isThere(username, day))
                .sorted()
                .toList();
    }

    /** The units that a person heads on that day and that somebody else is in the day after. */
    List<String> headedBy(String head, LocalDate day) {
        return units.keySet().stream()
                .filter(unit -> headOf(unit, day).filter(head::equals).isPresent())
                .filter(unit -> people.entrySet().stream()
                        .anyMatch(person -> !person.getKey().equals(head)
                                && person.getValue().unit().equals(unit)
                                && person.getValue().lasts(day.plusDays(1))))
                .sorted()
                .toList();
    }

    private void ofOneUnit(String code, List<String> itsPeople, LocalDate day, Set<StructureFault> faults) {
        var unit = units.get(code);
        if (unit.parent() != null && !units.containsKey(unit.parent())) faults.add(ofUnit(Kind.PARENT_UNKNOWN, code));
        else if (loops(code, this::parentOf)) faults.add(ofUnit(Kind.PARENT_LOOP, code));
        else if (!fitsBelow(unit)) faults.add(ofUnit(Kind.PARENT_KIND, code));
        if (itsPeople.isEmpty()) return; // a unit may be there before its people
        ofItsHead(code, unit, itsPeople, day, faults);
        if (unit.merchandising() && itsPeople.stream().noneMatch(username -> has(username, Roles.MERCH)))
            faults.add(ofUnit(Kind.GROUP_WITHOUT_MERCHANDISER, code));
        if (unit.kind() != UnitKind.SHOP) return;
        if (unit.merchandiser() == null) faults.add(ofUnit(Kind.SHOP_WITHOUT_MERCHANDISER, code));
        else if (!isThere(unit.merchandiser(), day) || !has(unit.merchandiser(), Roles.MERCH))
            faults.add(new StructureFault(Kind.MERCHANDISER_UNFIT, code, null, unit.merchandiser()));
    }

    private void ofItsHead(
            String code, UnitDetails unit, List<String> itsPeople, LocalDate day, Set<StructureFault> faults) {
        List<String> candidates = candidates(code, itsPeople, day);
        String named = unit.namedHead();
        if (named != null && !isThere(named, day)) faults.add(new StructureFault(Kind.HEAD_UNKNOWN, code, null, named));
        if (named == null && candidates.isEmpty()) faults.add(ofUnit(Kind.WITHOUT_HEAD, code));
        if (unit.kind() == UnitKind.COMPANY) return; // may have several leaders
        String head = named == null ? candidates.stream().findFirst().orElse(null) : named;
        candidates.stream()
                .filter(candidate -> !candidate.equals(head))
                .forEach(second -> faults.add(new StructureFault(Kind.SECOND_HEAD, code, second, null)));
    }

    private void ofOnePerson(String username, LocalDate day, Set<StructureFault> faults) {
        var person = people.get(username);
        String superior = person.superior();
        if (superior != null && !people.containsKey(superior))
            faults.add(ofPerson(Kind.SUPERIOR_UNKNOWN, username, superior));
        else if (loops(username, this::superiorOf)) faults.add(ofPerson(Kind.SUPERIOR_LOOP, username, superior));
        else if (superior != null && person.lasts(day) && !isThere(superior, day))
            faults.add(ofPerson(Kind.SUPERIOR_GONE, username, superior));
        if (person.lasts(day)
                && person.roles().contains(Roles.GUIDE)
                && units.containsKey(person.unit())
                && units.get(person.unit()).kind() != UnitKind.SHOP)
            faults.add(new StructureFault(Kind.GUIDE_WITHOUT_SHOP, person.unit(), username, null));
    }

    private List<String> candidates(String unit, Collection<String> among, LocalDate day) {
        String role = units.get(unit).kind().headRole();
        return among.stream()
                .filter(username -> people.get(username).unit().equals(unit) && has(username, role))
                .filter(username -> isThere(username, day))
                .sorted()
                .toList();
    }

    private boolean fitsBelow(UnitDetails unit) {
        return unit.kind()
                .fitsBelow(
                        unit.parent() == null ? null : units.get(unit.parent()).kind());
    }

    private boolean isThere(String username, LocalDate day) {
        return people.containsKey(username) && people.get(username).lasts(day);
    }

    private boolean has(String username, String role) {
        return people.get(username).roles().contains(role);
    }

    private String parentOf(String unit) {
        return units.containsKey(unit) ? units.get(unit).parent() : null;
    }

    private String superiorOf(String username) {
        return people.containsKey(username) ? people.get(username).superior() : null;
    }

    private static boolean loops(String key, UnaryOperator<String> above) {
        var passed = new HashSet<String>();
        for (String next = above.apply(key); next != null && passed.add(next); next = above.apply(next))
            if (next.equals(key)) return true;
        return false;
    }

    private static <T> Map<String, T> merged(Map<String, T> known, Map<String, T> changed) {
        var merged = new HashMap<>(known);
        merged.putAll(changed);
        return merged;
    }
}
