package io.gendan.core.approval;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;
import io.gendan.core.security.Roles;

/** Who is asked in a step; who that is, is looked up anew, since people and their superiors change (ORG-11). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "by")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Approver.Holder.class, name = "holder"),
    @JsonSubTypes.Type(value = Approver.Superior.class, name = "superior"),
    @JsonSubTypes.Type(value = Approver.NthSuperior.class, name = "nth-superior"),
    @JsonSubTypes.Type(value = Approver.Named.class, name = "named")
})
public sealed interface Approver {
    /** Those who are asked on that day; never one of those excluded, and nobody rather than somebody else. */
    List<String> find(StaffDirectory staff, Set<String> excluded, LocalDate day);

    /** Whether a decision may be handed on to this person. */
    boolean qualifies(Person person, StaffDirectory staff, LocalDate day);

    /** Whoever holds the role in the unit, or in the nearest unit above it that has somebody. */
    record Holder(String role, String unit) implements Approver {
        @Override
        public List<String> find(StaffDirectory staff, Set<String> excluded, LocalDate day) {
            return staff.holders(role, unit, day).stream()
                    .map(Person::username)
                    .filter(username -> !excluded.contains(username))
                    .toList();
        }

        @Override
        public boolean qualifies(Person person, StaffDirectory staff, LocalDate day) {
            return person.roles().contains(role);
        }
    }

    /** The nearest superior of a person who holds one of the roles. */
    record Superior(String of, Set<String> roles) implements Approver {
        @Override
        public List<String> find(StaffDirectory staff, Set<String> excluded, LocalDate day) {
            return first(staff.superiorsOf(of, day).stream()
                    .filter(superior -> !Collections.disjoint(superior.roles(), roles))
                    .map(Person::username)
                    .filter(username -> !excluded.contains(username))
                    .findFirst());
        }

        @Override
        public boolean qualifies(Person person, StaffDirectory staff, LocalDate day) {
            return !Collections.disjoint(person.roles(), roles);
        }
    }

    /** The first, second … superior of a person; where he must not decide, the next one above him. */
    record NthSuperior(String of, int nth) implements Approver {
        @Override
        public List<String> find(StaffDirectory staff, Set<String> excluded, LocalDate day) {
            return first(staff.superiorsOf(of, day).stream()
                    .skip(nth - 1L)
                    .map(Person::username)
                    .filter(username -> !excluded.contains(username))
                    .findFirst());
        }

        @Override
        public boolean qualifies(Person person, StaffDirectory staff, LocalDate day) {
            return person.roles().contains(Roles.LEAD)
                    || staff.superiorsOf(of, day).stream()
                            .anyMatch(superior -> superior.username().equals(person.username()));
        }
    }

    record Named(String username) implements Approver {
        @Override
        public List<String> find(StaffDirectory staff, Set<String> excluded, LocalDate day) {
            return first(staff.find(username)
                    .filter(Person::active)
                    .map(Person::username)
                    .filter(name -> !excluded.contains(name)));
        }

        @Override
        public boolean qualifies(Person person, StaffDirectory staff, LocalDate day) {
            return true;
        }
    }

    private static List<String> first(Optional<String> found) {
        return found.map(List::of).orElse(List.of());
    }
}
