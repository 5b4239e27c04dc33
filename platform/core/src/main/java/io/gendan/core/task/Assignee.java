package io.gendan.core.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Who a task waits for: a person, or whoever holds a role in a unit, or anybody of a unit.
 *
 * @param unit of the role, null for the company; who holds it is decided when somebody looks
 */
@Embeddable
public record Assignee(
        @Column(name = "assignee_person") String person,
        @Column(name = "assignee_role") String role,
        @Column(name = "assignee_unit") String unit) {
    private static final String PERSON = "person ";
    private static final String GROUP = "group ";

    public static Assignee person(String username) {
        return new Assignee(username, null, null);
    }

    public static Assignee role(String role, String unit) {
        return new Assignee(null, role, unit);
    }

    public static Assignee unit(String unit) {
        return new Assignee(null, null, unit);
    }

    /** The group that {@code waits_for} names. */
    static Assignee group(String waitsFor) {
        String[] parts = waitsFor.substring(GROUP.length()).split("@", 2);
        return new Assignee(null, parts[0].isEmpty() ? null : parts[0], parts[1].isEmpty() ? null : parts[1]);
    }

    /** As column {@code waits_for} has it. */
    String waitsFor() {
        if (person != null) return PERSON + person;
        return GROUP + (role == null ? "" : role) + "@" + (unit == null ? "" : unit);
    }
}
