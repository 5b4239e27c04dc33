package io.gendan.core.comment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Size;

import io.gendan.core.task.Assignee;

/** Whom a comment is for: a person or a department, one of the two. */
@Embeddable
record Addressee(
        @Size(min = 1, max = 64) @Column(name = "to_person") String person,
        @Size(min = 1, max = 20) @Column(name = "to_unit") String unit) {

    Assignee assignee() {
        return person != null ? Assignee.person(person) : Assignee.unit(unit);
    }
}
