package io.gendan.performance.staff;

import java.time.LocalDate;

import io.gendan.events.performance.StaffEvent;

/** That somebody stands in for a person from one day to another, both included (ORG-12). */
record Substitution(String substitute, LocalDate firstDay, LocalDate lastDay) {
    StaffEvent.Substitute told() {
        return new StaffEvent.Substitute(substitute, firstDay, lastDay);
    }
}
