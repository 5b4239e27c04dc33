package io.gendan.performance.calendar;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.store.Aggregates;
import io.gendan.events.performance.CalendarEvent;

@ApplicationScoped
class UnitDays extends Aggregates<UnitDay, CalendarEvent> {
    UnitDays() {
        super("unit-day");
    }

    Optional<UnitDay> of(String unit, LocalDate day) {
        return find("unit = ?1 and day = ?2", unit, day).singleResultOptional();
    }
}
