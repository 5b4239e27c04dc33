package io.gendan.core.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.gendan.rulebook.StaffRules.WorkingHours;
import io.gendan.rulebook.TimeWindow;

/**
 * The announced years and the units' own days as they are known at one time. Immutable; the calendar of a week and a unit is
 * computed when it is first asked for and kept.
 */
final class CalendarBook {
    private final long edition;
    private final HolidayNotices notices;
    private final Map<String, Map<LocalDate, List<TimeWindow>>> unitDays;
    private final ZoneId zone;
    private final Map<Kept, WorkingCalendar> calendars = new ConcurrentHashMap<>();

    /** @param unit null for units without days of their own: they share one */
    private record Kept(WorkingHours hours, String unit) {}

    /** @param edition number of the newest entry in it, 0 for what the service was built with */
    CalendarBook(
            long edition, HolidayNotices notices, Map<String, Map<LocalDate, List<TimeWindow>>> unitDays, ZoneId zone) {
        this.edition = edition;
        this.notices = notices;
        this.unitDays = Map.copyOf(unitDays);
        this.zone = zone;
    }

    long edition() {
        return edition;
    }

    HolidayNotices notices() {
        return notices;
    }

    WorkingCalendar calendar(WorkingHours hours, String unit) {
        var wanted = new Kept(hours, unit != null && unitDays.containsKey(unit) ? unit : null);
        WorkingCalendar kept = calendars.get(wanted);
        return kept != null ? kept : calendars.computeIfAbsent(wanted, this::compute);
    }

    private WorkingCalendar compute(Kept wanted) {
        var ownDays = wanted.unit() == null ? Map.<LocalDate, List<TimeWindow>>of() : unitDays.get(wanted.unit());
        return new WorkingCalendar(WeeklyHours.of(wanted.hours()), notices, ownDays, zone);
    }
}
