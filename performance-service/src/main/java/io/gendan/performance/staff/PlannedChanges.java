package io.gendan.performance.staff;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.store.Aggregates;
import io.gendan.events.performance.StaffEvent;

@ApplicationScoped
class PlannedChanges extends Aggregates<PlannedChange, StaffEvent> {
    PlannedChanges() {
        super("planned-change");
    }

    /** Those that wait for their day, in the order in which they take effect. */
    List<PlannedChange> waiting() {
        return list("watchAt is not null order by watchAt, id");
    }

    /** Whether another about the same person or unit takes effect before this one. */
    boolean isOvertaking(PlannedChange change) {
        return count(
                        "watchAt is not null and (username = ?1 or unit = ?2) and (watchAt < ?3 or watchAt = ?3 and id < ?4)",
                        change.username(),
                        change.unit(),
                        change.watchAt(),
                        change.id())
                > 0;
    }
}
