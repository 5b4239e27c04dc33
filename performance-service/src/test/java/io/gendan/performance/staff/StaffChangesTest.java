package io.gendan.performance.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.events.performance.StaffEvent.StaffRegistered;
import io.gendan.events.performance.UnitEvent.UnitRegistered;
import io.gendan.performance.PerformanceFixture;
import io.gendan.performance.PerformanceFixture.Company;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static io.gendan.performance.PerformanceFixture.API;
import static io.gendan.performance.PerformanceFixture.importPeople;
import static io.gendan.performance.PerformanceFixture.row;
import static io.gendan.performance.staff.StaffFixture.change;
import static io.gendan.performance.staff.StaffFixture.changeUnit;
import static io.gendan.performance.staff.StaffFixture.department;
import static io.gendan.performance.staff.StaffFixture.id;
import static io.gendan.performance.staff.StaffFixture.json;
import static io.gendan.performance.staff.StaffFixture.person;
import static io.gendan.performance.staff.StaffFixture.refusedChange;
import static io.gendan.performance.staff.StaffFixture.register;
import static io.gendan.performance.staff.StaffFixture.setUp;
import static io.gendan.performance.staff.StaffFixture.unitId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** What is changed of a person: judged, told, kept as a version. */
@QuarkusTest
class StaffChangesTest {
    private static final LocalDate TODAY = LocalDate.now(WorkingCalendar.SHANGHAI);

    @Inject
    PerformanceFixture fixture;

    @Inject
    Told told;

    @Test
    @Requirement({"ORG-02", "ORG-11"})
    void whatWouldBreakTheCompanyIsRefusedWithFieldAndReasonInBothLanguages() {
        Company company = fixture.company();

        refusedChange(company.head(), Map.of("superior", company.seller()), "superior", "closes-a-loop");
        refusedChange(company.seller(), Map.of("superior", "nobody.there"), "superior", "does-not-exist");
        refusedChange(company.seller(), Map.of("clear", List.of("superior")), "superior", "required");
        refusedChange(company.seller(), Map.of("unit", "NOWHERE"), "unit", "does-not-exist");
        refusedChange(company.seller(), Map.of("roles", List.of("KING")), "roles", "role-unknown");
        refusedChange(company.leader(), Map.of("roles", List.of("SUPV")), "unit", "unit-without-head");
        refusedChange(
                company.supervisor(), Map.of("activeUntil", TODAY.plusDays(9).toString()), "superior", "has-left");
        changeUnit(company.unit(), Map.of("parent", "NOWHERE"))
                .statusCode(400)
                .body("errors[0].field", is("parent"))
                .body("errors[0].code", is("does-not-exist"));
        changeUnit(company.unit(), Map.of("head", "nobody.there"))
                .statusCode(400)
                .body("errors[0].code", is("head-not-there"));
        changeUnit(company.unit(), Map.of("profile", "fishing")).statusCode(400).body("errors[0].field", is("profile"));

        io.restassured.RestAssured.given()
                .auth()
                .oauth2(Tokens.good("hr", "HR"))
                .contentType(ContentType.JSON)
                .body(Map.of("change", Map.of("roles", List.of("SUPV")), "reason", "调整"))
                .post(API + "staff/" + company.leader() + "/change")
                .then()
                .statusCode(400)
                .body("errors[0].message", is("将使有人员的单位" + company.unit() + "没有负责人"));
        assertThat(told.about(id(company.head()))).hasSize(1);
    }

    @Test
    @Requirement("ORG-04")
    void everyVersionOfAPersonSaysWhoChangedWhatWhenAndWhy() {
        Company company = fixture.company();

        change(company.seller(), Map.of("level", "L2", "personalLimit", 30000, "skills", List.of("english")), null)
                .statusCode(200)
                .body("planned", nullValue())
                .body("person.level", is("L2"))
                .body("person.personalLimit", is(30000.00f))
                .body("person.skills", contains("english"));
        change(company.seller(), Map.of("certificates", List.of(Map.of("kind", "forklift", "number", "F-1"))), null)
                .statusCode(200)
                .body("person.level", is("L2"));
        change(company.seller(), Map.of("clear", List.of("personalLimit")), null)
                .body("person.personalLimit", nullValue());

        Tokens.as(company.seller(), "SALES")
                .get(API + "staff/" + company.seller() + "/versions")
                .then()
                .statusCode(200)
                .body("items", hasSize(4))
                .body("items[0].details.certificates[0].kind", is("forklift"))
                .body("items[2].details.level", is("L2"))
                .body("items[2].changedBy", is("hr"))
                .body("items[2].reason", is("调整"))
                .body("items[2].validFrom", is(TODAY.toString()))
                .body("items[3].details.level", is("L1"))
                .body("items[3].reason", is("import"));
        Tokens.as(company.clerk(), "CS")
                .get(API + "staff/" + company.seller() + "/versions")
                .then()
                .statusCode(404);
    }

    @Test
    @Requirement("ORG-01")
    void rolesThatExcludeEachOtherAreRefusedWithRuleAndClauseAndInFiles() {
        Company company = fixture.company();

        register("seal" + company.seller(), person(company.unit(), company.head(), List.of("SEAL", "LEGAL"), null))
                .statusCode(422)
                .body("code", is("roles-exclude-each-other"))
                .body("rule", is("staff.exclusive-roles"))
                .body("clause", is("001 §5.1"))
                .body("detail", containsString("SEAL LEGAL"));
        json(Tokens.as("hr", "HR"))
                .body(Map.of("change", Map.of("roles", List.of("SALES", "AUDIT")), "reason", "兼任"))
                .post(API + "staff/" + company.seller() + "/change")
                .then()
                .statusCode(422);
        importPeople(row("both" + company.seller(), company.unit(), "HEAD", company.leader(), "BIZ HEAD"))
                .body("added", is(0))
                .body("errors[0].field", is("roles"))
                .body("errors[0].code", is("roles-exclude-each-other"));
        assertThat(told.rulingsOn(id(company.seller()))).containsExactly("staff.exclusive-roles REFUSED");
    }

    @Test
    @Requirement("PER-55")
    void anInductionIsRecordedByHrAndTold() {
        Company company = fixture.company();

        induct("HEAD", company.seller(), TODAY).statusCode(403);
        induct("HR", company.seller(), TODAY.plusDays(1)).statusCode(400).body("errors[0].code", is("in-the-future"));
        induct("HR", company.seller(), TODAY).statusCode(200).body("inductedOn", is(TODAY.toString()));

        assertThat(told.bodies(id(company.seller()), StaffRegistered.class))
                .last()
                .asString()
                .contains("\"inductedOn\":\"" + TODAY + "\"");
    }

    @Test
    @Requirement({"ORG-02", "ORG-11"})
    void ofTwoChangesAtOnceThatCloseALoopTogetherOneIsRefused() {
        Company company = fixture.company();
        String one = department(company);
        String two = "E" + company.unit().substring(1);
        setUp(two, Map.of("name", "部", "nameEn", "Department", "parent", company.unit(), "profile", "trade"))
                .statusCode(201);

        for (int round = 0; round < 3; round++) {
            change(company.seller(), Map.of("superior", company.head()), null).statusCode(200);
            change(company.clerk(), Map.of("superior", company.head()), null).statusCode(200);
            assertThat(atOnce(
                            () -> change(company.seller(), Map.of("superior", company.clerk()), null),
                            () -> change(company.clerk(), Map.of("superior", company.seller()), null)))
                    .containsExactly(200, 400);

            changeUnit(one, Map.of("parent", company.unit())).statusCode(200);
            changeUnit(two, Map.of("parent", company.unit())).statusCode(200);
            assertThat(atOnce(
                            () -> changeUnit(one, Map.of("parent", two)), () -> changeUnit(two, Map.of("parent", one))))
                    .containsExactly(200, 400);
        }
    }

    private static List<Integer> atOnce(Supplier<ValidatableResponse> one, Supplier<ValidatableResponse> other) {
        return Stream.of(one, other)
                .parallel()
                .map(act -> act.get().extract().statusCode())
                .sorted()
                .toList();
    }

    @Test
    void everythingIsToldAnewByTheAdministratorAlone() {
        Company company = fixture.company();

        json(Tokens.as("hr", "HR")).post(API + "staff/tell-anew").then().statusCode(403);
        json(Tokens.as("admin", "ADMIN")).post(API + "staff/tell-anew").then().statusCode(204);

        assertThat(told.about(id(company.seller()))).hasSize(2);
        assertThat(told.bodies(unitId(company.unit()), UnitRegistered.class)).hasSizeGreaterThan(1);
    }

    private static ValidatableResponse induct(String role, String username, LocalDate on) {
        return json(Tokens.as("some." + role.toLowerCase(Locale.ROOT), role))
                .body(Map.of("on", on.toString()))
                .post(API + "staff/" + username + "/induct")
                .then();
    }
}
