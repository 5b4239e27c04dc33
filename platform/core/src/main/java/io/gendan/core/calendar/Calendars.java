package io.gendan.core.calendar;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.gendan.core.problem.Problem;
import io.gendan.core.ruling.Rules;
import io.gendan.rulebook.Rule;
import io.gendan.rulebook.Rulebook;
import io.gendan.rulebook.Scope;
import io.gendan.rulebook.StaffRules;
import io.gendan.rulebook.StaffRules.OwnWeek;
import io.gendan.rulebook.StaffRules.WorkingHours;
import io.gendan.rulebook.WorkingTime;

/**
 * Computes on the calendar of the unit concerned (ORG-05): its week, the announced holidays, its own days. The week is that
 * which rule {@code calendar.general} has for the profile or unit; else that of a regulation which names the one or the
 * other; else the company's.
 */
@Singleton
public class Calendars {
    private static final List<Rule<OwnWeek>> OF_OFFICES =
            List.of(StaffRules.CALENDAR_AFTERSALES, StaffRules.CALENDAR_FACTORY_MERCH);
    private static final BigDecimal SECONDS_A_MINUTE = BigDecimal.valueOf(60);
    private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);

    private final Clock clock;
    private final Supplier<Rulebook> rules;
    private final Function<Long, CalendarBook> books;

    @Inject
    Calendars(Clock clock, Rules rules, CalendarBooks books) {
        this(clock, rules::current, books::of);
    }

    Calendars(Clock clock, Supplier<Rulebook> rules, Function<Long, CalendarBook> books) {
        this.clock = clock;
        this.rules = rules;
        this.books = books;
    }

    /** Outside of a service: by the years on file, with nothing published since. */
    public static Calendars onFile(Clock clock, Rulebook rulebook) {
        var book = new CalendarBook(0, HolidayNotices.onFile(), Map.of(), clock.getZone());
        return new Calendars(clock, () -> rulebook, _ -> book);
    }

    /**
     * When a limit that begins at this moment runs out.
     *
     * @throws Problem.Unprocessable {@code calendar-year-unknown} for a year whose holidays are not announced yet
     */
    public Instant after(Instant start, WorkingTime limit, Scope scope) {
        return after(start, limit, scope, null);
    }

    /** @param edition what was known of holidays and units' days then, null for what is known now */
    public Instant after(Instant start, WorkingTime limit, Scope scope, Long edition) {
        return switch (limit.unit()) {
            case MINUTES -> start.plus(seconds(limit, SECONDS_A_MINUTE));
            case CALENDAR_DAYS ->
                start.atZone(clock.getZone())
                        .plusDays(limit.amount().longValueExact())
                        .toInstant();
            case WORKING_HOURS -> {
                Duration time = seconds(limit, SECONDS_AN_HOUR);
                yield known(() -> calendar(scope, start, edition).plusWorkingTime(start, time));
            }
            case WORKING_DAYS -> {
                int days = limit.amount().intValueExact();
                yield known(() -> calendar(scope, start, edition).plusWorkingDays(start, days));
            }
        };
    }

    /** The first moment by which so much working time has passed. */
    public Instant afterWorking(Instant start, Duration workingTime, Scope scope) {
        return known(() -> calendar(scope, start, null).plusWorkingTime(start, workingTime));
    }

    /** The working time from one moment to another; negative where the second is the earlier. */
    public Duration workingTimeBetween(Instant from, Instant to, Scope scope) {
        return known(() -> calendar(scope, from, null).workingTimeBetween(from, to));
    }

    /** Whether the unit works on this day. */
    public boolean isWorkingDay(LocalDate day, Scope scope) {
        return known(() -> calendar(scope, startOf(day), null).isWorkingDay(day));
    }

    /** This moment if the unit works, else the beginning of its next span. */
    public Instant nextOpen(Instant at, Scope scope) {
        return known(() -> calendar(scope, at, null).nextOpen(at));
    }

    /**
     * The same moment, or the next opening if it lies after the overtime end or in the night (ORG-06). Where the next opening
     * is in a year not announced yet, the hour of opening will do: only a notice waits for it, no limit.
     */
    public Instant notBeforeOpen(Instant at, Scope scope, boolean urgent) {
        if (urgent) return at;
        var local = at.atZone(clock.getZone());
        LocalTime opens = hours(scope, at).spans().getFirst().from();
        LocalTime latest = rules.get()
                .inForce(StaffRules.OVERTIME_LATEST, scope, at)
                .parameters()
                .at();
        boolean evening = !local.toLocalTime().isBefore(latest);
        if (!evening && !local.toLocalTime().isBefore(opens)) return at;
        try {
            return calendar(scope, at, null).nextOpen(at);
        } catch (CalendarYearUnknown unknown) {
            LocalDate day = local.toLocalDate().plusDays(evening ? 1 : 0);
            return day.atTime(opens).atZone(clock.getZone()).toInstant();
        }
    }

    /** Names what is known of holidays and units' days now, so that a ruling can be taken again by it. */
    public long edition() {
        return books.apply(null).edition();
    }

    /** The years whose holidays are announced. */
    public HolidayNotices notices() {
        return books.apply(null).notices();
    }

    /** The day an instant falls on in the company's zone. */
    public LocalDate dayOf(Instant instant) {
        return instant.atZone(clock.getZone()).toLocalDate();
    }

    /** The time of day of an instant in the company's zone. */
    public LocalTime timeOf(Instant instant) {
        return instant.atZone(clock.getZone()).toLocalTime();
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

    private WorkingCalendar calendar(Scope scope, Instant at, Long edition) {
        return books.apply(edition).calendar(hours(scope, at), scope.unit());
    }

    /** The week in force at a moment. */
    private WorkingHours hours(Scope scope, Instant at) {
        var general = rules.get().inForce(StaffRules.CALENDAR_GENERAL, scope, at);
        if (general.scope() != Scope.COMPANY) return general.parameters();
        for (Rule<OwnWeek> rule : OF_OFFICES) {
            OwnWeek week = rules.get().inForce(rule, scope, at).parameters();
            if (week.isFor(scope)) return week;
        }
        return general.parameters();
    }

    private static <T> T known(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (CalendarYearUnknown unknown) {
            throw new Problem.Unprocessable("calendar-year-unknown", Map.of("reason", unknown.getMessage()));
        }
    }

    private static Duration seconds(WorkingTime limit, BigDecimal unit) {
        return Duration.ofSeconds(limit.amount().multiply(unit).longValue());
    }
}
