package io.gendan.core.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gendan.core.problem.Problem;
import io.gendan.rulebook.Amendment;
import io.gendan.rulebook.ParametersInvalid;
import io.gendan.rulebook.Rulebook;
import io.gendan.rulebook.Scope;
import io.gendan.rulebook.StaffRules;
import io.gendan.rulebook.TimeWindow;
import io.gendan.rulebook.WorkingTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CalendarsTest {
    private static final Clock CLOCK = Clock.system(WorkingCalendar.SHANGHAI);
    private static final Rulebook RULES = Rulebook.load();
    private static final Calendars CALENDARS = Calendars.onFile(CLOCK, RULES);
    private static final WorkingTime ONE_DAY = WorkingTime.parse("1 wd");
    private static final Scope OFFICE = Scope.of("service-project", "SVC");
    private static final Scope FACTORY = Scope.of("factory", "FAC");

    /** Friday 13 March 2026 and the days after it. */
    @ParameterizedTest(name = "{0}/{1}: {2}")
    @CsvSource({
        "service-project, SVC, 2026-03-16T18:00", // the company's five days
        "general, AFS, 2026-03-16T18:00", // the after-sales office, by its code
        "factory, FAC, 2026-03-14T17:30", // merchandising of the factory, Monday to Saturday
        "factory, , 2026-03-14T17:30",
        ", , 2026-03-16T18:00",
    })
    void aUnitHasTheWeekOfTheMostSpecificRule(String profile, String unit, LocalDateTime due) {
        assertThat(CALENDARS.after(at("2026-03-13T10:00"), ONE_DAY, Scope.of(profile, unit)))
                .isEqualTo(at(due));
    }

    @Test
    void aVersionForOneUnitGovernsBeforeWhatARegulationSaysOfItsProfile() throws JsonProcessingException {
        var sunday = amendment(Scope.of(null, "FAC"), "[sunday]", 3, "[\"10:00–13:00\"]");
        var calendars = Calendars.onFile(CLOCK, RULES.amended(List.of(sunday)));

        assertThat(calendars.after(at("2026-03-13T10:00"), ONE_DAY, FACTORY)).isEqualTo(at("2026-03-15T13:00"));
        assertThat(calendars.after(at("2026-02-13T10:00"), ONE_DAY, FACTORY))
                .as("before the version")
                .isEqualTo(at("2026-02-14T17:30"));
        assertThat(calendars.after(at("2026-03-13T10:00"), ONE_DAY, OFFICE)).isEqualTo(at("2026-03-16T18:00"));
    }

    @Test
    void aUnitsOwnDaysAreItsOwn() {
        var calendars = with(Map.of(
                "SVC",
                Map.of(
                        LocalDate.of(2026, 3, 16), List.of(),
                        LocalDate.of(2026, 3, 15), List.of(TimeWindow.parse("10:00–12:00")),
                        LocalDate.of(2026, 10, 1), List.of(TimeWindow.parse("09:00–10:00")))));

        assertThat(calendars.after(at("2026-03-13T10:00"), ONE_DAY, OFFICE)).isEqualTo(at("2026-03-15T12:00"));
        assertThat(calendars.after(at("2026-03-15T10:00"), ONE_DAY, OFFICE)).isEqualTo(at("2026-03-17T18:00"));
        assertThat(calendars.nextOpen(at("2026-09-30T18:00"), OFFICE)).isEqualTo(at("2026-10-01T09:00"));
        assertThat(calendars.workingTimeBetween(at("2026-03-13T18:00"), at("2026-03-17T09:00"), OFFICE))
                .isEqualTo(Duration.ofHours(2));
        assertThat(calendars.after(at("2026-03-13T10:00"), ONE_DAY, FACTORY)).isEqualTo(at("2026-03-14T17:30"));
        assertThat(CALENDARS.after(at("2026-03-13T10:00"), ONE_DAY, OFFICE)).isEqualTo(at("2026-03-16T18:00"));
    }

    @ParameterizedTest(name = "{0} waits until {1}")
    @CsvSource({
        "2026-03-10T15:00:00, 2026-03-10T15:00:00", // at work
        "2026-03-10T12:30:00, 2026-03-10T12:30:00", // the noon break is no night
        "2026-03-10T22:29:59, 2026-03-10T22:29:59", // overtime
        "2026-03-10T22:30:00, 2026-03-11T09:00:00", // its end
        "2026-03-11T00:00:00, 2026-03-11T09:00:00", // midnight
        "2026-03-11T08:59:59, 2026-03-11T09:00:00",
        "2026-03-14T14:00:00, 2026-03-14T14:00:00", // a Saturday's afternoon
        "2026-03-14T23:00:00, 2026-03-16T09:00:00", // its night, over Sunday
        "2026-02-14T22:30:00, 2026-02-24T09:00:00", // over Spring Festival
        "2026-12-31T23:00:00, 2027-01-01T09:00:00", // a year nobody has announced: only the hour counts
    })
    void whatIsNotUrgentWaitsForTheMorning(LocalDateTime at, LocalDateTime until) {
        assertThat(CALENDARS.notBeforeOpen(at(at), OFFICE, false)).isEqualTo(at(until));
        assertThat(CALENDARS.notBeforeOpen(at(at), OFFICE, true)).isEqualTo(at(at));
    }

    @Test
    void aLimitThatNeedsAYearNobodyHasAnnouncedSaysSo() {
        assertThatThrownBy(() -> CALENDARS.after(at("2026-12-31T10:00"), ONE_DAY, OFFICE))
                .isInstanceOfSatisfying(
                        Problem.Unprocessable.class, p -> assertThat(p.code()).isEqualTo("calendar-year-unknown"));
        assertThat(CALENDARS.after(at("2026-12-31T10:00"), WorkingTime.parse("1 d"), OFFICE))
                .isEqualTo(at("2027-01-01T10:00"));
    }

    @Test
    void importedYearsJoinThoseOnFileAndOneAfterAGapWaits() {
        var days = Map.of(LocalDate.of(2027, 1, 1), true, LocalDate.of(2027, 1, 4), true);
        var notices = HolidayNotices.onFile()
                .and(new TreeMap<>(Map.of(2027, days, 2029, Map.of(LocalDate.of(2029, 1, 1), true))));

        assertThat(notices.lastYear()).isEqualTo(2027);
        assertThat(notices.ofYear(2027)).isEqualTo(days);
        assertThat(notices.ofYear(2029)).isEmpty();
        var calendars = new Calendars(
                CLOCK, () -> RULES, _ -> new CalendarBook(1, notices, Map.of(), WorkingCalendar.SHANGHAI));
        assertThat(calendars.after(at("2026-12-31T10:00"), ONE_DAY, OFFICE)).isEqualTo(at("2027-01-05T18:00"));
    }

    @Test
    void aCalendarIsComputedOnceForAllUnitsWithoutDaysOfTheirOwn() {
        var book = new CalendarBook(
                1,
                HolidayNotices.onFile(),
                Map.of("SVC", Map.of(LocalDate.of(2026, 3, 16), List.of())),
                WorkingCalendar.SHANGHAI);
        var week = RULES.inForce(StaffRules.CALENDAR_GENERAL, Scope.COMPANY, at("2026-03-13T10:00"))
                .parameters();

        assertThat(book.calendar(week, "ENV"))
                .isSameAs(book.calendar(week, null))
                .isSameAs(book.calendar(week, "FTR"))
                .isNotSameAs(book.calendar(week, "SVC"));
        assertThat(book.calendar(week, "SVC")).isSameAs(book.calendar(week, "SVC"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"09:00–12:00\", \"11:00–16:00\"]", // overlap
                "[\"13:00–18:00\", \"09:00–12:00\"]", // out of order
                "[\"18:00–10:00\"]", // reversed
                "[\"09:00–12:00\"]", // fewer hours than said
                "[\"16:00–24:00\"]", // no such time of day
            })
    void aWeekThatCannotBeIsRefused(String spans) {
        assertThatThrownBy(() -> RULES.amended(List.of(amendment(Scope.COMPANY, "[monday]", 8, spans))))
                .isInstanceOf(ParametersInvalid.class);
    }

    @Test
    void nobodyWorksTwentyNineSpansADay() {
        var spans = new StringBuilder("[");
        for (int i = 0; i < 29; i++)
            spans.append(i == 0 ? "" : ",")
                    .append("\"%02d:%02d–%02d:%02d\"".formatted(i / 2, i % 2 * 30, i / 2, i % 2 * 30 + 10));

        assertThatThrownBy(() -> RULES.amended(List.of(amendment(Scope.COMPANY, "[monday]", 8, spans + "]"))))
                .isInstanceOf(ParametersInvalid.class)
                .hasMessageContaining("12");
    }

    private static Calendars with(Map<String, Map<LocalDate, List<TimeWindow>>> unitDays) {
        var book = new CalendarBook(1, HolidayNotices.onFile(), unitDays, WorkingCalendar.SHANGHAI);
        return new Calendars(CLOCK, () -> RULES, _ -> book);
    }

    private static Amendment amendment(Scope scope, String days, int hours, String spans)
            throws JsonProcessingException {
        JsonNode values = new ObjectMapper()
                .readTree("{\"days\": [\"%s\"], \"hours\": %d, \"spans\": %s}"
                        .formatted(days.replaceAll("[\\[\\]]", ""), hours, spans));
        return new Amendment("calendar.general", 9, scope, values, at("2026-03-01T00:00"));
    }

    private static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(WorkingCalendar.SHANGHAI).toInstant();
    }
}
