package io.gendan.performance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import static io.gendan.performance.PerformanceFixture.API;
import static org.hamcrest.Matchers.is;

/** Whether somebody is let in is for the register to say, whatever his token says. */
@QuarkusTest
class AccessTest {
    private static final LocalDate TODAY = LocalDate.now(WorkingCalendar.SHANGHAI);

    @Inject
    PerformanceFixture fixture;

    private final String person = "person." + UUID.randomUUID().toString().substring(0, 8);

    @Test
    @Requirement("SEC-17")
    void fromTheEndOfHisLastDayOnNobodySeesOrDoesAnything() {
        var company = fixture.company();
        register(person, company, LocalDate.of(2020, 1, 1));
        leave(person, TODAY.minusDays(1));
        turnedAway(company);

        String other = "other." + person;
        register(other, company, LocalDate.of(2020, 1, 1));
        leave(other, TODAY);
        Tokens.as(other, "SALES").get(API + "rules").then().statusCode(200);
    }

    @Test
    @Requirement("SEC-17")
    void beforeHisFirstDayNobodySeesOrDoesAnything() {
        var company = fixture.company();
        register(person, company, TODAY.plusDays(1));
        turnedAway(company);
    }

    private void turnedAway(PerformanceFixture.Company company) {
        for (String path : List.of("rules", "rule-versions", "reviews", "units/" + company.unit(), "rotas", "tasks"))
            Tokens.as(person, "SALES", "AUDIT")
                    .get(API + path)
                    .then()
                    .statusCode(403)
                    .body("code", is("staff-not-on-duty"));
        Tokens.as(person, "SALES")
                .contentType(ContentType.JSON)
                .body(Map.of("rule", "intake.release", "kind", "QUESTION", "text", "?"))
                .post(API + "rule-questions")
                .then()
                .statusCode(403)
                .body("code", is("staff-not-on-duty"));
    }

    private static void register(String person, PerformanceFixture.Company company, LocalDate firstDay) {
        Tokens.as("hr", "HR")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "username",
                        person,
                        "details",
                        Map.of(
                                "name",
                                "新人",
                                "unit",
                                company.unit(),
                                "superior",
                                company.supervisor(),
                                "roles",
                                List.of("SALES"),
                                "level",
                                "L1",
                                "activeFrom",
                                firstDay.toString()),
                        "reason",
                        "入职"))
                .post(API + "staff")
                .then()
                .statusCode(201);
    }

    private static void leave(String person, LocalDate on) {
        Tokens.as("hr", "HR")
                .contentType(ContentType.JSON)
                .body(Map.of("on", on.toString()))
                .post(API + "staff/" + person + "/leave")
                .then()
                .statusCode(200);
    }
}
