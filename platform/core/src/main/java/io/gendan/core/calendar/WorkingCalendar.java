package io.gendan.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import io.gendan.rulebook.TimeWindow;

/**
 * Counts working time and working days of a unit, with statutory holidays and exchanged working days. Every question about a
 * day of a year without a notice is answered by {@link CalendarYearUnknown}.
 *
 * <p>Immutable; worth keeping, for everything is computed when it is made.
 */
public final class WorkingCalendar {
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final ZoneId zone;
    private final int firstYear;
    private final int lastYear;
    private final Timetable timetable;

    public WorkingCalendar(WeeklyHours hours, HolidayNotices notices) {
        this(hours, notices, SHANGHAI);
    }

    public WorkingCalendar(WeeklyHours hours, HolidayNotices notices, ZoneId zone) {
        this(hours, notices, Map.of(), zone);
    }

    /** @param ownDays days on which the unit works these spans, or none, whatever weekday or holiday it is */
    public WorkingCalendar(
            WeeklyHours hours, HolidayNotices notices, Map<LocalDate, List<TimeWindow>> ownDays, ZoneId zone) {
        this.zone = zone;
        this.firstYear = notices.firstYear();
        this.lastYear = notices.lastYear();
        var builder = new Timetable.Builder(zone);
        LocalDate.of(firstYear, 1, 1)
                .datesUntil(LocalDate.of(lastYear + 1, 1, 1))
                .forEachOrdered(day -> builder.add(
                        day,
                        ownDays.containsKey(day)
                                ? WeeklyHours.inOrder(ownDays.get(day))
                                : spansOn(day, hours, notices)));
        this.timetable = builder.build();
    }

    public boolean isWorkingDay(LocalDate date) {
        demand(date);
        return timetable.isWorkingDay(date);
    }

    /** Whether the unit works at this moment; a span is closed at its end. */
    public boolean isOpen(Instant at) {
        demand(dayOf(at));
        return timetable.isOpen(nanos(at));
    }

    /** This moment if the unit works, else the beginning of its next span. */
    public Instant nextOpen(Instant at) {
        demand(dayOf(at));
        return instant(timetable.nextOpen(nanos(at)).orElseThrow(this::afterTheLastYear));
    }

    /** The working time from one moment to another; negative where the second is the earlier. */
    public Duration workingTimeBetween(Instant from, Instant to) {
        demand(dayOf(from));
        demand(dayOf(to));
        return Duration.ofNanos(timetable.workedBefore(nanos(to)) - timetable.workedBefore(nanos(from)));
    }

    /**
     * The first moment by which this much working time has passed: a day that is used up ends at its closing time, not at
     * the opening of the next. No time at all passes at once, also outside working hours.
     */
    public Instant plusWorkingTime(Instant start, Duration workingTime) {
        demand(dayOf(start));
        if (workingTime.isNegative()) throw new IllegalArgumentException("negative working time: " + workingTime);
        if (workingTime.isZero()) return start;
        if (workingTime.compareTo(timetable.total()) > 0) throw afterTheLastYear();
        long worked = timetable.workedBefore(nanos(start)) + workingTime.toNanos();
        return instant(timetable.whenWorked(worked).orElseThrow(this::afterTheLastYear));
    }

    /**
     * The closing time of the last of so many working days, as articles 201 and 203 of the Civil Code count: the day of the
     * start is not counted. None at all means the end of the same working day, or of the next one where that has passed.
     */
    public Instant plusWorkingDays(Instant start, int days) {
        LocalDate startDay = dayOf(start);
        demand(startDay);
        if (days < 0) throw new IllegalArgumentException("negative working days: " + days);
        return instant(timetable.closingAfter(startDay, days, nanos(start)).orElseThrow(this::afterTheLastYear));
    }

    private static List<TimeWindow> spansOn(LocalDate day, WeeklyHours hours, HolidayNotices notices) {
        return switch (notices.of(day).orElse(null)) {
            case OFF -> List.of();
            case WORKED -> hours.exchanged();
            case null -> hours.on(day.getDayOfWeek());
        };
    }

    private void demand(LocalDate date) {
        int year = date.getYear();
        if (year < firstYear || year > lastYear) throw new CalendarYearUnknown(year);
    }

    private CalendarYearUnknown afterTheLastYear() {
        return new CalendarYearUnknown(lastYear + 1);
    }

    private LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    static long nanos(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }
}
