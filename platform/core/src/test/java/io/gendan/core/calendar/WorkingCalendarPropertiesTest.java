package io.gendan.core.calendar;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import io.gendan.rulebook.TimeWindow;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/** The fast calendar says what the slow one says, whatever the hours, the holidays and the zone. */
class WorkingCalendarPropertiesTest {
    private static final int YEAR = 2026;
    private static final int MINUTES_OF_YEAR = 365 * 24 * 60;
    /** From here on a deadline of some days lies within the year; of working time only where days are not too short. */
    private static final int EARLY = MINUTES_OF_YEAR * 5 / 6;

    record Case(WorkingCalendar fast, SlowCalendar slow) {
        Instant minute(int ofYear) {
            return Year.of(YEAR).atDay(1).atStartOfDay(slow.zone()).toInstant().plus(Duration.ofMinutes(ofYear));
        }

        boolean worksSoLong(Instant from, Duration time) {
            return slow.worksSoLong(from, minute(MINUTES_OF_YEAR - 1), time);
        }
    }

    @Property(tries = 200)
    void opensAtTheSameMinutes(@ForAll("cases") Case c, @ForAll @IntRange(max = EARLY) int minute) {
        Instant at = c.minute(minute);

        assertThat(c.fast.isOpen(at)).isEqualTo(c.slow.isOpen(at));
        assertThat(c.fast.nextOpen(at)).isEqualTo(c.slow.nextOpen(at));
        LocalDate day = LocalDate.ofInstant(at, c.slow.zone());
        assertThat(c.fast.isWorkingDay(day)).isEqualTo(c.slow.isWorkingDay(day));
    }

    @Property(tries = 200)
    void countsTheSameTimeBetweenTwoMoments(
            @ForAll("cases") Case c,
            @ForAll @IntRange(max = EARLY) int minute,
            @ForAll @IntRange(max = 20_000) int later) {
        Instant from = c.minute(minute);
        Instant to = c.minute(minute + later);

        assertThat(c.fast.workingTimeBetween(from, to)).isEqualTo(c.slow.workingTimeBetween(from, to));
        assertThat(c.fast.workingTimeBetween(to, from))
                .isEqualTo(c.slow.workingTimeBetween(from, to).negated());
    }

    @Property(tries = 200)
    void endsWorkingTimeAtTheSameMinute(
            @ForAll("cases") Case c,
            @ForAll @IntRange(max = EARLY) int minute,
            @ForAll @IntRange(max = 900) int workingMinutes) {
        Instant start = c.minute(minute);
        Duration time = Duration.ofMinutes(workingMinutes);
        Assume.that(c.worksSoLong(start, time));

        Instant end = c.fast.plusWorkingTime(start, time);

        assertThat(end).isEqualTo(c.slow.plusWorkingTime(start, time));
        assertThat(c.fast.workingTimeBetween(start, end)).isEqualTo(time);
    }

    @Property(tries = 200)
    void timeThatStoodStillIsAddedAtTheEnd(
            @ForAll("cases") Case c,
            @ForAll @IntRange(max = EARLY) int minute,
            @ForAll @IntRange(min = 1, max = 900) int workingMinutes,
            @ForAll @IntRange(max = 5_000) int pausedAfter,
            @ForAll @IntRange(max = 10_000) int pausedFor) {
        Instant start = c.minute(minute);
        Duration time = Duration.ofMinutes(workingMinutes);
        Instant paused = start.plus(Duration.ofMinutes(pausedAfter));
        Instant resumed = paused.plus(Duration.ofMinutes(pausedFor));
        Assume.that(c.worksSoLong(resumed, time));
        Instant due = c.fast.plusWorkingTime(start, time);
        Assume.that(paused.isBefore(due));

        Duration left = c.fast.workingTimeBetween(paused, due);

        assertThat(c.fast.plusWorkingTime(resumed, left))
                .isEqualTo(c.slow.plusWorkingTime(start, time, paused, resumed));
    }

    @Property(tries = 200)
    void endsWorkingDaysAtTheSameClosing(
            @ForAll("cases") Case c, @ForAll @IntRange(max = EARLY) int minute, @ForAll @IntRange(max = 6) int days) {
        Instant start = c.minute(minute);

        assertThat(c.fast.plusWorkingDays(start, days)).isEqualTo(c.slow.plusWorkingDays(start, days));
    }

    @Property(tries = 200)
    void addsUpToTheNanosecond(
            @ForAll("cases") Case c,
            @ForAll @IntRange(max = EARLY) int minute,
            @ForAll @IntRange(min = 1, max = 999_999_999) int nanos,
            @ForAll @IntRange(max = 400) int first,
            @ForAll @IntRange(max = 400) int second) {
        Instant start = c.minute(minute).plusNanos(nanos);
        Duration one = Duration.ofMinutes(first);
        Duration other = Duration.ofMinutes(second).plusNanos(nanos);
        Assume.that(c.worksSoLong(start, one.plus(other)));

        Instant atOnce = c.fast.plusWorkingTime(start, one.plus(other));

        assertThat(c.fast.plusWorkingTime(c.fast.plusWorkingTime(start, one), other))
                .isEqualTo(atOnce);
        assertThat(c.fast.workingTimeBetween(start, atOnce)).isEqualTo(one.plus(other));
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(hours(), announcedOff(), ownDays(), zones()).as((hours, announced, own, zone) -> {
            var notices = HolidayNotices.of(new ByteArrayInputStream(noticeOf(announced)));
            return new Case(
                    new WorkingCalendar(hours, notices, own, zone), new SlowCalendar(hours, announced, own, zone));
        });
    }

    /** Two zones that change their clocks, at night, when none of our units works. */
    private static Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Asia/Shanghai", "Europe/Berlin", "America/New_York")
                .map(ZoneId::of);
    }

    /** Two to seven days with one to three spans each, between 05:00 and 23:59. */
    private static Arbitrary<WeeklyHours> hours() {
        Arbitrary<List<TimeWindow>> day = day();
        return Combinators.combine(
                        Arbitraries.maps(Arbitraries.of(DayOfWeek.class), day)
                                .ofMinSize(2)
                                .ofMaxSize(7),
                        day)
                .as(WeeklyHours::new);
    }

    /** Days of the unit's own: closed, or worked at hours of their own, in and out of holidays. */
    private static Arbitrary<Map<LocalDate, List<TimeWindow>>> ownDays() {
        return Arbitraries.maps(Arbitraries.integers().between(1, 365), day())
                .ofMaxSize(40)
                .map(days -> {
                    Map<LocalDate, List<TimeWindow>> dates = new HashMap<>();
                    days.forEach((day, spans) -> dates.put(Year.of(YEAR).atDay(day), day % 2 == 0 ? List.of() : spans));
                    return dates;
                });
    }

    private static Arbitrary<List<TimeWindow>> day() {
        return Arbitraries.integers()
                .between(5 * 60, 24 * 60 - 1)
                .set()
                .ofMinSize(2)
                .ofMaxSize(6)
                .map(WorkingCalendarPropertiesTest::spansBetween);
    }

    private static List<TimeWindow> spansBetween(Set<Integer> minutes) {
        List<LocalTime> ends = new TreeSet<>(minutes)
                .stream().map(minute -> LocalTime.MIN.plusMinutes(minute)).toList();
        return IntStream.range(0, ends.size() / 2)
                .mapToObj(i -> new TimeWindow(ends.get(2 * i), ends.get(2 * i + 1)))
                .toList();
    }

    private static Arbitrary<Map<LocalDate, Boolean>> announcedOff() {
        return Arbitraries.maps(Arbitraries.integers().between(1, 365), Arbitraries.of(true, false))
                .ofMaxSize(60)
                .map(days -> {
                    Map<LocalDate, Boolean> dates = new HashMap<>();
                    days.forEach((day, off) -> dates.put(Year.of(YEAR).atDay(day), off));
                    return dates;
                });
    }

    private static byte[] noticeOf(Map<LocalDate, Boolean> announced) {
        return announced.entrySet().stream()
                .map(day -> "{\"date\":\"%s\",\"isOffDay\":%s}".formatted(day.getKey(), day.getValue()))
                .collect(joining(",", "{\"year\":" + YEAR + ",\"days\":[", "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
