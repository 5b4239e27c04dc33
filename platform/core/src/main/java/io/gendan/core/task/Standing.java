package io.gendan.core.task;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;

/** For whom somebody looks today: for himself and for those who named him their substitute (ORG-12). */
record Standing(StaffDirectory directory, Set<String> people, LocalDate day) {
    static Standing of(String username, StaffDirectory directory, LocalDate day) {
        var people = Stream.concat(Stream.of(username), directory.representedBy(username, day).stream())
                .collect(Collectors.toSet());
        return new Standing(directory, people, day);
    }

    /** Whether one of them holds the role, or is of the unit, that a task waits for. */
    boolean belongsTo(Assignee group) {
        if (group.role() == null) return people.stream().anyMatch(person -> isOf(group.unit(), person));
        if (group.unit() == null) return people.stream().anyMatch(person -> has(group.role(), person));
        return holders(group).stream().map(Person::username).anyMatch(people::contains);
    }

    private List<Person> holders(Assignee group) {
        return directory.holders(group.role(), group.unit(), day);
    }

    private boolean isOf(String unit, String username) {
        return directory.find(username).filter(p -> unit.equals(p.unit())).isPresent();
    }

    private boolean has(String role, String username) {
        return directory.find(username).filter(p -> p.roles().contains(role)).isPresent();
    }
}
