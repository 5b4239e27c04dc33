package io.gendan.core.task;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;

/**
 * For whom somebody looks today: for himself and for those who named him their substitute (ORG-12).
 *
 * @param known those of them whom the register knows
 */
record Standing(StaffDirectory directory, Set<String> people, List<Person> known, LocalDate day) {
    static Standing of(String username, StaffDirectory directory, LocalDate day) {
        var people = Stream.concat(Stream.of(username), directory.representedBy(username, day).stream())
                .collect(Collectors.toSet());
        var known =
                people.stream().map(directory::find).flatMap(Optional::stream).toList();
        return new Standing(directory, people, known, day);
    }

    /** Whether one of them holds the role, or is of the unit, that a task waits for. */
    boolean belongsTo(Assignee group) {
        if (group.role() == null) return isOneOfThem(person -> group.unit().equals(person.unit()));
        if (!isOneOfThem(person -> person.roles().contains(group.role()))) return false;
        return group.unit() == null
                || holders(group).stream().map(Person::username).anyMatch(people::contains);
    }

    private List<Person> holders(Assignee group) {
        return directory.holders(group.role(), group.unit(), day);
    }

    private boolean isOneOfThem(Predicate<Person> such) {
        return known.stream().anyMatch(such);
    }
}
