package io.gendan.core.calendar;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import io.gendan.rulebook.TimeWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WorkingCalendarTest {
    private static final TimeWindow MORNING = TimeWindow.parse("08:30–12:00");
    private static final TimeWindow AFTERNOON = TimeWindow.parse("13:30–18:00");
    private static final HolidayNotices NOTICES = HolidayNotices.onFile();

    /** Monday to Friday, eight hours. */
    private static final WorkingCalendar OFFICE =
            new WorkingCalendar(WeeklyHours.of(EnumSet.range(MONDAY, FRIDAY), MORNING, AFTERNOON), NOTICES);

    /** Monday to Saturday, eight hours. */
    private static final WorkingCalendar FACTORY =
            new WorkingCalendar(WeeklyHours.of(EnumSet.range(MONDAY, SATURDAY), MORNING, AFTERNOON), NOTICES);

    /** The worked examples: Spring Festival 2026 is 15–23 February; Saturdays 14 and 28 February are worked for it. */
    @ParameterizedTest(name = "{0} + {1} h = {2}")
    @CsvSource({
        "2026-03-10T09:00, 2,  2026-03-10T11:00", // within a span
        "2026-03-10T11:00, 2,  2026-03-10T14:30", // over the noon break
        "2026-03-10T12:30, 1,  2026-03-10T14:30", // begun in the noon break
        "2026-03-10T17:00, 2,  2026-03-11T09:30", // over night
        "2026-03-10T17:00, 1,  2026-03-10T18:00", // ends with the day, not with the next
        "2026-03-13T17:00, 2,  2026-03-16T09:30", // over a weekend
        "2026-02-13T17:00, 2,  2026-02-14T09:30", // Friday into an exchanged Saturday
        "2026-02-14T17:00, 2,  2026-02-24T09:30", // over Spring Festival, nine days
        "2026-02-27T17:30, 8,  2026-02-28T17:30", // the other exchanged Saturday is a full day
        "2026-01-03T10:00, 4,  2026-01-04T14:00", // begun on a holiday; the Sunday after New Year is worked
        "2026-09-18T16:00, 4,  2026-09-20T10:30", // Saturday off, exchanged Sunday worked
        "2025-12-31T17:30, 1,  2026-01-04T09:00", // over the end of the year
        "2024-12-31T17:30, 1,  2025-01-02T09:00",
    })
    void workingTimeEndsWhen(LocalDateTime start, int hours, LocalDateTime end) {
        assertThat(OFFICE.plusWorkingTime(at(start), Duration.ofHours(hours))).isEqualTo(at(end));
        assertThat(OFFICE.workingTimeBetween(at(start), at(end))).isEqualTo(Duration.ofHours(hours));
    }

    @ParameterizedTest(name = "{0} + {1} days = {2}")
    @CsvSource({
        "2026-03-10T09:00, 1, 2026-03-11T18:00",
        "2026-03-10T23:00, 1, 2026-03-11T18:00", // the hour of the start does not matter
        "2026-03-13T09:00, 5, 2026-03-20T18:00", // a week of five days
        "2026-03-14T09:00, 1, 2026-03-16T18:00", // begun on a Saturday
        "2026-02-13T09:00, 1, 2026-02-14T18:00", // the exchanged Saturday counts
        "2026-02-13T09:00, 5, 2026-02-27T18:00", // 14, 24, 25, 26, 27 February
        "2026-02-13T09:00, 6, 2026-02-28T18:00",
        "2026-09-30T09:00, 3, 2026-10-10T18:00", // 8, 9 and the exchanged Saturday 10 October
        "2025-12-30T09:00, 2, 2026-01-04T18:00", // 31 December, then the exchanged Sunday
        "2018-12-27T09:00, 2, 2018-12-29T18:00", // exchanged by the next year's notice
        "2018-12-29T09:00, 1, 2019-01-02T18:00",
        "2026-03-10T09:00, 0, 2026-03-10T18:00", // the same day
        "2026-03-10T18:00, 0, 2026-03-10T18:00",
        "2026-03-13T18:01, 0, 2026-03-16T18:00", // the same day has passed
        "2026-02-17T09:00, 0, 2026-02-24T18:00",
    })
    void workingDaysEndWhen(LocalDateTime start, int days, LocalDateTime end) {
        assertThat(OFFICE.plusWorkingDays(at(start), days)).isEqualTo(at(end));
    }

    @Test
    void aFactoryWorksOnSaturdaysButNotInHolidays() {
        assertThat(FACTORY.plusWorkingDays(at("2026-03-13T09:00"), 5)).isEqualTo(at("2026-03-19T18:00"));
        assertThat(FACTORY.isWorkingDay(LocalDate.of(2026, 2, 21))).isFalse();
        assertThat(FACTORY.isWorkingDay(LocalDate.of(2026, 3, 21))).isTrue();
    }

    @Test
    void anExchangedDayHasTheHoursOfAnOrdinaryOneEvenWhereItsWeekdayIsShorter() {
        var shortSaturdays = new WorkingCalendar(
                new WeeklyHours(
                        Map.of(FRIDAY, List.of(MORNING, AFTERNOON), SATURDAY, List.of(MORNING)),
                        List.of(MORNING, AFTERNOON)),
                NOTICES);

        assertThat(shortSaturdays.isOpen(at("2026-03-14T15:00"))).isFalse();
        assertThat(shortSaturdays.isOpen(at("2026-02-14T15:00"))).isTrue();
    }

    @Test
    void aSpanIsOpenFromItsFirstMomentAndClosedFromItsLast() {
        assertThat(OFFICE.isOpen(at("2026-03-10T08:29:59"))).isFalse();
        assertThat(OFFICE.isOpen(at("2026-03-10T08:30"))).isTrue();
        assertThat(OFFICE.isOpen(at("2026-03-10T11:59:59"))).isTrue();
        assertThat(OFFICE.isOpen(at("2026-03-10T12:00"))).isFalse();
    }

    @Test
    void theNextOpenMomentIsNowOrTheBeginningOfTheNextSpan() {
        assertThat(OFFICE.nextOpen(at("2026-03-10T09:15"))).isEqualTo(at("2026-03-10T09:15"));
        assertThat(OFFICE.nextOpen(at("2026-03-10T12:00"))).isEqualTo(at("2026-03-10T13:30"));
        assertThat(OFFICE.nextOpen(at("2026-02-14T18:00"))).isEqualTo(at("2026-02-24T08:30"));
    }

    @Test
    void noTimeAtAllPassesAtOnce() {
        assertThat(OFFICE.plusWorkingTime(at("2026-02-17T03:00"), Duration.ZERO))
                .isEqualTo(at("2026-02-17T03:00"));
    }

    @Test
    void timeRunsBackwardAsANegativeDuration() {
        assertThat(OFFICE.workingTimeBetween(at("2026-03-11T09:30"), at("2026-03-10T17:00")))
                .isEqualTo(Duration.ofHours(-2));
    }

    @Test
    void aYearHasTheWorkingDaysTheNoticesLeave() {
        long days = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(OFFICE::isWorkingDay)
                .count();

        assertThat(days).isEqualTo(248); // 261 weekdays, 19 of them off, 6 weekend days worked
        assertThat(OFFICE.workingTimeBetween(at("2026-01-01T00:00"), at("2026-12-31T23:59")))
                .isEqualTo(Duration.ofHours(8 * days));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-12-29T09:00", "2027-01-04T09:00"})
    void aYearWithoutANoticeIsUnknownToEveryQuestion(LocalDateTime when) {
        Instant at = at(when);
        Instant known = at("2026-03-10T09:00");

        assertThatThrownBy(() -> OFFICE.isOpen(at)).isInstanceOf(CalendarYearUnknown.class);
        assertThatThrownBy(() -> OFFICE.nextOpen(at)).isInstanceOf(CalendarYearUnknown.class);
        assertThatThrownBy(() -> OFFICE.isWorkingDay(when.toLocalDate())).isInstanceOf(CalendarYearUnknown.class);
        assertThatThrownBy(() -> OFFICE.plusWorkingDays(at, 1)).isInstanceOf(CalendarYearUnknown.class);
        assertThatThrownBy(() -> OFFICE.plusWorkingTime(at, Duration.ZERO)).isInstanceOf(CalendarYearUnknown.class);
        assertThatThrownBy(() -> OFFICE.workingTimeBetween(known, at)).isInstanceOf(CalendarYearUnknown.class);
        assertThatThrownBy(() -> OFFICE.workingTimeBetween(at, known)).isInstanceOf(CalendarYearUnknown.class);
    }

    @Test
    void aDeadlineThatRunsIntoAYearWithoutANoticeIsRefusedAndNamesTheYear() {
        Instant yearEnd = at("2026-12-31T17:00");

        assertThat(OFFICE.plusWorkingTime(yearEnd, Duration.ofHours(1))).isEqualTo(at("2026-12-31T18:00"));
        assertThat(OFFICE.plusWorkingDays(yearEnd, 0)).isEqualTo(at("2026-12-31T18:00"));
        assertThatThrownBy(() ->
                        OFFICE.plusWorkingTime(yearEnd, Duration.ofHours(1).plusNanos(1)))
                .isInstanceOfSatisfying(
                        CalendarYearUnknown.class, e -> assertThat(e.year()).isEqualTo(Year.of(2027)))
                .hasMessageContaining("2027");
        assertThatThrownBy(() -> OFFICE.plusWorkingTime(yearEnd, Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(CalendarYearUnknown.class);
        assertThatThrownBy(() -> OFFICE.plusWorkingDays(yearEnd, 1)).isInstanceOf(CalendarYearUnknown.class);
        assertThatThrownBy(() -> OFFICE.plusWorkingDays(yearEnd, Integer.MAX_VALUE))
                .isInstanceOf(CalendarYearUnknown.class);
        assertThatThrownBy(() -> OFFICE.plusWorkingDays(at("2026-12-31T18:01"), 0))
                .isInstanceOf(CalendarYearUnknown.class);
        assertThatThrownBy(() -> OFFICE.nextOpen(at("2026-12-31T18:00"))).isInstanceOf(CalendarYearUnknown.class);
    }

    @Test
    void negativeAmountsAreRefused() {
        Instant start = at("2026-03-10T09:00");

        assertThatThrownBy(() -> OFFICE.plusWorkingTime(start, Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OFFICE.plusWorkingDays(start, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherZoneHasItsOwnDay() {
        var berlin = new WorkingCalendar(
                WeeklyHours.of(EnumSet.range(MONDAY, FRIDAY), MORNING, AFTERNOON), NOTICES, ZoneId.of("Europe/Berlin"));

        assertThat(berlin.isOpen(Instant.parse("2026-03-10T07:30:00Z"))).isTrue();
        assertThat(OFFICE.isOpen(Instant.parse("2026-03-10T00:30:00Z"))).isTrue();
    }

    @Test
    void aSpanInTheHourThatAClockPutForwardSkipsIsNotWorked() {
        TimeWindow night = TimeWindow.parse("02:15–02:45");
        TimeWindow acrossTheEnd = TimeWindow.parse("02:50–03:15");
        var berlin = new WorkingCalendar(
                WeeklyHours.of(EnumSet.allOf(DayOfWeek.class), night, acrossTheEnd),
                NOTICES,
                ZoneId.of("Europe/Berlin"));

        assertThat(berlin.workingTimeBetween(
                        Instant.parse("2026-03-29T00:00:00Z"), Instant.parse("2026-03-29T12:00:00Z")))
                .isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void theNextYearIsKnownOnceItsNoticeIsAdded() {
        var longer = new WorkingCalendar(
                WeeklyHours.of(EnumSet.range(MONDAY, FRIDAY), MORNING, AFTERNOON), NOTICES.and(json("""
                        {"year": 2027, "papers": [], "days": [
                            {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
                            {"name": "元旦", "date": "2026-12-26", "isOffDay": false}]}
                        """)));

        assertThat(longer.plusWorkingDays(at("2026-12-31T09:00"), 1)).isEqualTo(at("2027-01-04T18:00"));
        assertThat(longer.isWorkingDay(LocalDate.of(2026, 12, 26))).isTrue();
        assertThat(OFFICE.isWorkingDay(LocalDate.of(2026, 12, 26))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "{\"year\": 2027}",
                "{\"year\": 2027, \"days\": [{\"date\": \"2027-02-30\", \"isOffDay\": true}]}",
                "{\"year\": 2027, \"days\": [{\"date\": \"2027-01-01\"}]}",
                "{\"year\": 2027, \"days\": [null]}",
                "{\"year\": null, \"days\": []}",
                "{\"year\": 2029, \"days\": []}", // leaves a gap
            })
    void whatIsNoNoticeIsRefused(String text) {
        assertThatThrownBy(() -> NOTICES.and(json(text))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hoursThatCannotBeAreRefused() {
        List<TimeWindow> overlapping = List.of(MORNING, TimeWindow.parse("11:00–14:00"));

        assertThatThrownBy(() -> new WeeklyHours(Map.of(MONDAY, overlapping), List.of(MORNING)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WeeklyHours(Map.of(), List.of(MORNING)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(WorkingCalendar.SHANGHAI).toInstant();
    }

    private static InputStream json(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
