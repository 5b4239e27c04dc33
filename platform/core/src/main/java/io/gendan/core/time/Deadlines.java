package io.gendan.core.time;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.gendan.core.calendar.CalendarYearUnknown;
import io.gendan.core.calendar.HolidayNotices;
import io.gendan.core.calendar.WeeklyHours;
import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.core.problem.Problem;
import io.gendan.core.ruling.Rules;
import io.gendan.rulebook.Scope;
import io.gendan.rulebook.StaffRules;
import io.gendan.rulebook.TimeWindow;
import io.gendan.rulebook.WorkingTime;

/** When a limit that a rule sets runs out, on the working calendar of rule {@code calendar.general} (ORG-05). */
@Singleton
public class Deadlines {
    private static final BigDecimal SECONDS_A_MINUTE = BigDecimal.valueOf(60);
    private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);

    private final Clock clock;
    private final Rules rules;
    private final Map<StaffRules.WorkingWeek, WorkingCalendar> calendars = new ConcurrentHashMap<>();

    @Inject
    Deadlines(Clock clock, Rules rules) {
        this.clock = clock;
        this.rules = rules;
    }

    /** @throws Problem.Unprocessable {@code calendar-year-unknown} for a year whose holidays are not announced yet */
    public Instant after(Instant start, WorkingTime limit) {
        try {
            return switch (limit.unit()) {
                case MINUTES -> start.plus(seconds(limit, SECONDS_A_MINUTE));
                case CALENDAR_DAYS ->
                    start.atZone(clock.getZone())
                            .plusDays(limit.amount().longValueExact())
                            .toInstant();
                case WORKING_HOURS -> calendar(start).plusWorkingTime(start, seconds(limit, SECONDS_AN_HOUR));
                case WORKING_DAYS ->
                    calendar(start).plusWorkingDays(start, limit.amount().intValueExact());
            };
        } catch (CalendarYearUnknown unknown) {
            throw new Problem.Unprocessable("calendar-year-unknown", Map.of("reason", unknown.getMessage()));
        }
    }

    /** The day an instant falls on in the company's zone. */
    public LocalDate dayOf(Instant instant) {
        return instant.atZone(clock.getZone()).toLocalDate();
    }

    /** The moment a day begins in the company's zone. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    public Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The calendar in force at a moment; each is computed once. */
    private WorkingCalendar calendar(Instant at) {
        var week = rules.current().inForce(StaffRules.CALENDAR_GENERAL, Scope.COMPANY, at);
        return calendars.computeIfAbsent(
                week.parameters(),
                p -> new WorkingCalendar(
                        WeeklyHours.of(p.days(), p.spans().toArray(TimeWindow[]::new)),
                        HolidayNotices.onFile(),
                        clock.getZone()));
    }

    private static Duration seconds(WorkingTime limit, BigDecimal unit) {
        return Duration.ofSeconds(limit.amount().multiply(unit).longValue());
    }
}
