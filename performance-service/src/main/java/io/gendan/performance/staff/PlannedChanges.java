package io.gendan.performance.staff;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.store.Aggregates;
import io.gendan.events.performance.StaffEvent;

@ApplicationScoped
class PlannedChanges extends Aggregates<PlannedChange, StaffEvent> {
    PlannedChanges() {
        super("planned-change");
    }
}
