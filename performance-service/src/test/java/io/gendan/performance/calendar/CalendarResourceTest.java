package io.gendan.performance.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.core.calendar.CalendarBooks;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.problem.Problem;
import io.gendan.events.performance.CalendarEvent.UnitDaySet;
import io.gendan.performance.PerformanceFixture;
import io.gendan.rulebook.Scope;
import io.gendan.rulebook.WorkingTime;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import static io.gendan.performance.PerformanceFixture.API;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

@QuarkusTest
class CalendarResourceTest {
    private static final String YEARS = API + "holiday-years";
    private static final String DAYS = API + "unit-days";
    private static final WorkingTime ONE_DAY = WorkingTime.parse("1 wd");

    @Inject
    PerformanceFixture performance;

    @Inject
    CalendarBooks books;

    @Inject
    Calendars calendars;

    @Inject
    Clock clock;

    @Inject
    Told told;

    @Test
    @Requirement("ORG-05")
    void theNextYearIsShownFirstThenImportedAndReplacedOnlyWithAReason() {
        Instant yearEnd = at("2026-12-31T10:00");
        assertThatThrownBy(() -> calendars.after(yearEnd, ONE_DAY, Scope.COMPANY))
                .isInstanceOf(Problem.class);

        importYear(
                        notice(2027, day("2027-01-01", true), day("2027-01-04", true), day("2027-01-02", false)),
                        "?dryRun=true")
                .statusCode(200)
                .body("dryRun", is(true))
                .body("replaces", is(false))
                .body("daysOff", is(2))
                .body("daysWorked", is(1))
                .body("days.date", contains("2027-01-01", "2027-01-02", "2027-01-04"))
                .body("days[0].weekday", is("FRIDAY"));
        books.refresh();
        assertThatThrownBy(() -> calendars.after(yearEnd, ONE_DAY, Scope.COMPANY))
                .isInstanceOf(Problem.class);

        importYear(notice(2027, day("2027-01-01", true), day("2027-01-04", true)), "")
                .statusCode(200);
        books.refresh();
        assertThat(calendars.after(yearEnd, ONE_DAY, Scope.COMPANY)).isEqualTo(at("2027-01-05T18:00"));

        var corrected = notice(2027, day("2027-01-01", true), day("2027-01-04", false));
        importYear(corrected, "").statusCode(400).body("errors[0].field", is("reason"));
        importYear(corrected, "?reason=更正&dryRun=true")
                .body("replaces", is(true))
                .body("days.changed", contains(false, true));
        importYear(corrected, "?reason=更正").statusCode(200);
        books.refresh();
        assertThat(calendars.after(yearEnd, ONE_DAY, Scope.COMPANY)).isEqualTo(at("2027-01-04T18:00"));
        hr().get(YEARS + "?year=2027")
                .then()
                .body("items.revision", contains(2))
                .body("items[0].announcedBy", is("hr"));

        importYear(notice(2029, day("2029-01-01", true)), "")
                .statusCode(400)
                .body("errors.field", contains("year"))
                .body("errors[0].code", is("out-of-range"))
                .body("errors[0].message", is("must lie between 2018 and 2028"));
    }

    @Test
    void anImpossibleNoticeIsRefusedFieldByField() {
        importYear(
                        notice(2026, day("2026-10-01", true), day("2026-10-01", false), day("2023-10-01", true)),
                        "?reason=x")
                .statusCode(400)
                .body("errors.field", hasItems("days[1].date", "days[2].date"))
                .body("errors.code", hasItems("day-twice", "out-of-range"));
        importYear(notice(2026, day("2027-02-29", true)), "?reason=x")
                .statusCode(400)
                .body("errors[0].field", is("days[0].date"));
        importYear(notice(2026, day("2025-12-31", true)), "?reason=x")
                .statusCode(400)
                .body("errors.code", contains("none-of-the-year"));
        var unsourced = new HashMap<String, Object>(notice(2026, day("2026-10-01", true)));
        unsourced.put("papers", List.of());
        importYear(unsourced, "?reason=x").statusCode(400).body("errors.field", hasItem("papers"));
        unsourced.remove("papers");
        Tokens.as("hr", "HR")
                .contentType("application/json")
                .header("Accept-Language", "zh")
                .body(unsourced)
                .post(YEARS)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("papers"));
        importYear(Map.of("year", 2026, "papers", List.of("x"), "days", List.of()), "")
                .statusCode(400)
                .body("errors.field", hasItem("days"));
        Tokens.as("someone", "HEAD")
                .contentType("application/json")
                .body(notice(2026, day("2026-10-01", true)))
                .post(YEARS)
                .then()
                .statusCode(403);
    }

    @Test
    @Requirement("ORG-05")
    void aUnitsDayHoldsForItAloneUntilItIsAnOrdinaryOneAgain() {
        var company = performance.company();
        LocalDate day = LocalDate.now(clock).plusDays(2).with(nextOrSame(SATURDAY));
        LocalDate monday = day.plusDays(2);
        Instant friday = at(day.minusDays(1) + "T10:00");
        var scope = Scope.of("trade", company.unit());

        UUID id = UUID.fromString(
                set(company.head(), unitDay(company.unit(), day, "WORKED", "10:00–12:00", "13:00–15:00"))
                        .statusCode(200)
                        .body("spans", contains("10:00–12:00", "13:00–15:00"))
                        .extract()
                        .path("id"));
        books.refresh();
        assertThat(calendars.after(friday, ONE_DAY, scope)).isEqualTo(at(day + "T15:00"));
        assertThat(calendars.after(friday, ONE_DAY, Scope.of("trade", "another")))
                .isEqualTo(at(monday + "T18:00"));

        set(company.head(), unitDay(company.unit(), day, "CLOSED"))
                .statusCode(200)
                .body("id", is(id.toString()));
        set(company.head(), unitDay(company.unit(), monday, "CLOSED")).statusCode(200);
        books.refresh();
        assertThat(calendars.after(friday, ONE_DAY, scope)).isEqualTo(at(monday.plusDays(1) + "T18:00"));

        set(company.head(), unitDay(company.unit(), monday, "ORDINARY")).statusCode(200);
        books.refresh();
        assertThat(calendars.after(friday, ONE_DAY, scope)).isEqualTo(at(monday + "T18:00"));
        assertThat(told.bodies(id, UnitDaySet.class)).hasSize(2);
        hr().get(DAYS + "?unit=" + company.unit() + "&from=" + monday).then().body("items.kind", contains("ORDINARY"));
    }

    @Test
    void anImpossibleDayIsRefusedFieldByField() {
        var company = performance.company();
        LocalDate day = LocalDate.now(clock).plusDays(3);
        String unit = company.unit();

        set(company.head(), unitDay(unit, day, "WORKED", "09:00–12:00", "11:00–13:00"))
                .statusCode(400)
                .body("errors.field", contains("spans[1]"))
                .body("errors[0].message", is("begins before 09:00–12:00 ends"));
        set(company.head(), unitDay(unit, day, "WORKED", "18:00–09:00"))
                .statusCode(400)
                .body("errors.field", contains("spans[0]"));
        set(company.head(), unitDay(unit, day, "WORKED")).statusCode(400).body("errors.field", contains("spans"));
        set(company.head(), unitDay(unit, day, "CLOSED", "09:00–12:00"))
                .statusCode(400)
                .body("errors.field", contains("spans"));
        var many = new ArrayList<String>();
        for (int i = 0; i < 29; i++)
            many.add("%02d:%02d–%02d:%02d".formatted(i / 2, i % 2 * 30, i / 2, i % 2 * 30 + 9));
        set(company.head(), unitDay(unit, day, "WORKED", many.toArray(String[]::new)))
                .statusCode(400)
                .body("errors.field", contains("spans"));
        set(company.head(), unitDay(unit, LocalDate.now(clock).minusDays(1), "CLOSED"))
                .statusCode(400)
                .body("errors.field", contains("day"));
        set("hr", unitDay("NOWHERE", day, "CLOSED")).statusCode(400).body("errors.field", contains("unit"));
        set(performance.company().head(), unitDay(unit, day, "CLOSED"))
                .statusCode(403)
                .body("code", is("unit-day-of-another-unit"));
        Tokens.as(company.seller(), "SALES")
                .contentType("application/json")
                .body(unitDay(unit, day, "CLOSED"))
                .post(DAYS)
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse importYear(Map<String, ?> notice, String query) {
        return hr().contentType("application/json")
                .body(notice)
                .post(YEARS + query)
                .then();
    }

    private static ValidatableResponse set(String who, Map<String, ?> day) {
        return Tokens.as(who, who.equals("hr") ? "HR" : "HEAD")
                .contentType("application/json")
                .body(day)
                .post(DAYS)
                .then();
    }

    private static RequestSpecification hr() {
        return Tokens.as("hr", "HR");
    }

    private static Map<String, Object> unitDay(String unit, LocalDate day, String kind, String... spans) {
        return Map.of("unit", unit, "day", day.toString(), "kind", kind, "spans", List.of(spans), "reason", "年终盘点");
    }

    private static Map<String, ?> notice(int year, Map<?, ?>... days) {
        return Map.of(
                "$schema",
                "https://example.com",
                "year",
                year,
                "papers",
                List.of("https://www.gov.cn/x"),
                "days",
                List.of(days));
    }

    private static Map<String, ?> day(String date, boolean off) {
        return Map.of("name", "元旦", "date", date, "isOffDay", off);
    }

    private Instant at(String local) {
        return LocalDateTime.parse(local).atZone(clock.getZone()).toInstant();
    }
}
