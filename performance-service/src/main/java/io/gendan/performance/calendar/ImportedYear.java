package io.gendan.performance.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What an import brings, or would bring.
 *
 * @param dryRun whether nothing was changed
 * @param replaces whether the year was announced already
 * @param daysOff how many days the notice takes off
 * @param daysWorked how many it has worked in exchange
 * @param days in order of time
 */
record ImportedYear(int year, boolean dryRun, boolean replaces, long daysOff, long daysWorked, List<Day> days) {
    /** @param changed whether it says otherwise than what was known of a year that is replaced */
    record Day(LocalDate date, DayOfWeek weekday, String name, boolean off, boolean changed) {}

    /** @param before days off (true) and days worked in exchange (false) as they were known; empty for a new year */
    static ImportedYear of(HolidayNotice notice, Map<LocalDate, Boolean> before, boolean dryRun) {
        var days = notice.announcedDays().stream()
                .map(day -> new Day(
                        day.date(),
                        day.date().getDayOfWeek(),
                        day.name(),
                        day.off(),
                        !before.isEmpty() && !Boolean.valueOf(day.off()).equals(before.get(day.date()))))
                .toList();
        long off = days.stream().filter(Day::off).count();
        return new ImportedYear(notice.year(), dryRun, !before.isEmpty(), off, days.size() - off, days);
    }
}
