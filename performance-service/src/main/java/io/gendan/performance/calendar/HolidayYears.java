package io.gendan.performance.calendar;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.store.Aggregates;
import io.gendan.events.performance.CalendarEvent;

@ApplicationScoped
class HolidayYears extends Aggregates<HolidayYear, CalendarEvent> {
    HolidayYears() {
        super("holiday-year");
    }

    Optional<HolidayYear> of(int year) {
        return find("year", year).singleResultOptional();
    }
}
