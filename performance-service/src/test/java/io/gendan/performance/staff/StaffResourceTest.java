package io.gendan.performance.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.performance.PerformanceFixture;
import io.gendan.performance.PerformanceFixture.Company;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import static io.gendan.performance.PerformanceFixture.API;
import static io.gendan.performance.PerformanceFixture.importPeople;
import static io.gendan.performance.PerformanceFixture.importUnits;
import static io.gendan.performance.PerformanceFixture.people;
import static io.gendan.performance.PerformanceFixture.row;
import static io.gendan.performance.staff.StaffFixture.department;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class StaffResourceTest {
    @Inject
    PerformanceFixture fixture;

    @Inject
    Told told;

    @Test
    @Requirement({"ORG-01", "ORG-04"})
    void importedPeopleAreTold() {
        Company company = fixture.company();

        Tokens.as("hr", "HR")
                .get(API + "staff/" + company.seller())
                .then()
                .statusCode(200)
                .body("unit", is(company.unit()))
                .body("profile", is("trade"))
                .body("level", is("L1"))
                .body("superior", is(company.supervisor()))
                .body("roles", is(java.util.List.of("SALES")))
                .body("activeFrom", is("2020-01-01"));
        assertThat(told.bodies(id(company.seller()), io.gendan.events.performance.StaffEvent.StaffRegistered.class))
                .singleElement()
                .asString()
                .contains("\"profile\":\"trade\"", "\"roles\":[\"SALES\"]", "\"activeUntil\":null");
    }

    @Test
    void theSameFileAgainChangesNothingAndTellsNothing() {
        Company company = fixture.company();

        importPeople(people(company)).statusCode(200).body("unchanged", is(7)).body("changed", is(0));

        assertThat(told.about(id(company.seller()))).hasSize(1);
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndStoresNothing() {
        Company company = fixture.company();
        String newcomer = "new" + company.seller();

        importPeople(
                        row(newcomer, company.unit(), "L1", company.supervisor(), "SALES")
                                + row(company.seller(), company.unit(), "L2", company.supervisor(), "SALES"),
                        true)
                .statusCode(200)
                .body("dryRun", is(true))
                .body("added", is(1))
                .body("changed", is(1));

        Tokens.as("hr", "HR").get(API + "staff/" + newcomer).then().statusCode(404);
        assertThat(told.about(id(company.seller()))).hasSize(1);
    }

    @Test
    @Requirement("ORG-11")
    void badRowsAreNamedLineByLineAndTheOthersTaken() {
        Company company = fixture.company();
        String good = "good" + company.seller();

        importPeople(row(good, company.unit(), "L1", company.head(), "SALES MERCH")
                        + row("Bad Name", "NOWHERE", "L9", "", "KING")
                        + row("orphan" + good, company.unit(), "L1", "nobody.there", "SALES")
                        + "too,few,fields\n"
                        + row(company.head(), company.unit(), "HEAD", company.supervisor(), "HEAD")
                        + row("customer" + good, "", "", "", "CUST"))
                .statusCode(200)
                .body("added", is(1))
                .body("changed", is(0))
                .body("skipped", is(1))
                .body("errors.line", hasItems(3, 4, 5, 6))
                .body(
                        "errors.findAll { it.line == 3 }.field",
                        hasItems("username", "unit", "level", "superior", "roles"))
                .body("errors.find { it.line == 4 }.code", is("does-not-exist"))
                .body("errors.find { it.line == 5 }.code", is("wrong-number-of-fields"))
                .body("errors.find { it.line == 6 }.code", is("closes-a-loop"))
                .body("errors.find { it.line == 6 }.message", is("closes a loop"));

        Tokens.as(good, "SALES").get(API + "staff/" + good).then().statusCode(200);
    }

    @Test
    void errorsAreInChineseUnlessAskedForOtherwise() {
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(Tokens.good("hr", "HR"))
                .contentType("text/csv; charset=UTF-8")
                .body("username,name,email,unit,level,superior,roles,post\nabc,名,,NOWHERE,LEADER,,LEAD,\n")
                .post(API + "staff/import")
                .then()
                .statusCode(200)
                .body("errors[0].message", is("不存在"));
    }

    @Test
    void whatIsNoSuchFileIsRefusedAsAWhole() {
        Tokens.as("hr", "HR")
                .contentType("text/csv")
                .body("username,name\nabc,x\n")
                .post(API + "staff/import")
                .then()
                .statusCode(400)
                .body("errors[0].code", is("column-missing"));
        Tokens.as("hr", "HR")
                .contentType("text/csv")
                .body(new byte[] {(byte) 0xff, (byte) 0xfe, 0x41})
                .post(API + "staff/import")
                .then()
                .statusCode(400)
                .body("errors[0].code", is("not-utf-8"));
        Tokens.as("hr", "HR")
                .contentType(ContentType.JSON)
                .body("{}")
                .post(API + "staff/import")
                .then()
                .statusCode(415);
    }

    @Test
    void anotherProfileOfTheUnitIsToldWithItsPeople() {
        Company company = fixture.company();

        importUnits(company.unit() + ",外贸事业部,Foreign trade,,garment\n").body("changed", is(1));

        assertThat(told.bodies(id(company.seller()), io.gendan.events.performance.StaffEvent.StaffRegistered.class))
                .hasSize(2)
                .last()
                .asString()
                .contains("\"profile\":\"garment\"");
        Tokens.as("hr", "HR")
                .queryParam("profile", "garment")
                .get(API + "units")
                .then()
                .statusCode(200)
                .body("items.code", hasItems(company.unit()));
    }

    @Test
    @Requirement("SEC-17")
    void whoHasLeftIsToldSoAndSeesNothingMore() {
        Company company = fixture.company();
        LocalDate yesterday = LocalDate.now(WorkingCalendar.SHANGHAI).minusDays(2);

        leave(company.seller(), yesterday, "HR").statusCode(200).body("activeUntil", is(yesterday.toString()));

        assertThat(told.bodies(id(company.seller()), io.gendan.events.performance.StaffEvent.StaffRegistered.class))
                .last()
                .asString()
                .contains("\"activeUntil\":\"" + yesterday + "\"");
        Tokens.as(company.seller(), "SALES")
                .get(API + "staff/" + company.seller())
                .then()
                .statusCode(403)
                .body("code", is("staff-not-on-duty"));
        leave(company.seller(), yesterday, "HR").statusCode(409).body("code", is("staff-leaves-already"));
    }

    @Test
    void onlyHrRecordsThatSomebodyLeaves() {
        Company company = fixture.company();

        leave(company.seller(), LocalDate.now(WorkingCalendar.SHANGHAI), "HEAD").statusCode(403);
        leave("nobody.there", LocalDate.now(WorkingCalendar.SHANGHAI), "HR").statusCode(404);
        leave(company.seller(), LocalDate.of(2019, 1, 1), "HR")
                .statusCode(400)
                .body("errors[0].code", is("before-the-first-day"));
        assertThat(told.about(id(company.seller()))).hasSize(1);
    }

    @Test
    @Requirement("SEC-22")
    void aSellerSeesHisOwnEntryAndNoOther() {
        Company company = fixture.company();

        Tokens.as(company.seller(), "SALES")
                .get(API + "staff/" + company.seller())
                .then()
                .statusCode(200);
        Tokens.as(company.seller(), "SALES")
                .get(API + "staff/" + company.clerk())
                .then()
                .statusCode(404);
        Tokens.as(company.seller(), "SALES").get(API + "staff").then().statusCode(403);
        Tokens.as("some.admin", "ADMIN").get(API + "staff").then().statusCode(403);
        Tokens.as("some.admin", "ADMIN")
                .get(API + "staff/" + company.seller())
                .then()
                .statusCode(404);
        Tokens.as("hr", "HR")
                .queryParam("unit", company.unit())
                .queryParam("role", "SALES")
                .get(API + "staff")
                .then()
                .statusCode(200)
                .body("items.username", is(java.util.List.of(company.seller())));
        Tokens.as(company.seller(), "SALES")
                .contentType("text/csv")
                .body("x")
                .post(API + "staff/import")
                .then()
                .statusCode(403);
    }

    @Test
    @Requirement({"ORG-01", "ORG-02", "ORG-16"})
    void theDemoCompanyIsImportedWithoutAnError() throws Exception {
        var identity = java.nio.file.Path.of("../deploy/identity");
        Tokens.as("hr", "HR")
                .contentType("text/csv; charset=UTF-8")
                .body(java.nio.file.Files.readAllBytes(identity.resolve("units.csv")))
                .post(API + "units/import")
                .then()
                .statusCode(200)
                .body("errors.size()", is(0));
        Tokens.as("hr", "HR")
                .contentType("text/csv; charset=UTF-8")
                .body(java.nio.file.Files.readAllBytes(identity.resolve("people.csv")))
                .post(API + "staff/import")
                .then()
                .statusCode(200)
                .body("errors.size()", is(0))
                .body("skipped", is(12));
        Tokens.as("tangshuzhen", "HR")
                .get(API + "staff/wanglei")
                .then()
                .statusCode(200)
                .body("email", containsString("wanglei@"))
                .body("inductedOn", is("2020-01-06"));
        Tokens.as("tangshuzhen", "HR")
                .get(API + "units/structure-faults")
                .then()
                .body(
                        "findAll { it.unit in ['HQ', 'SVC', 'ENV', 'FTR', 'FUR', 'FUR-NJ1', 'DYE', 'FAC', 'LOG', 'AFS',"
                                + " 'ADM'] }.size()",
                        is(0));
        Tokens.as("tangshuzhen", "HR").get(API + "units/LOG").then().body("unit.head", is("langjian"));
        Tokens.as("tangshuzhen", "HR").get(API + "units/ADM").then().body("unit.head", is("sunlihua"));
    }

    @Test
    @Requirement("ORG-02")
    void aRowThatWouldLeaveAUnitWithoutItsHeadIsNamedAndNotTaken() {
        Company company = fixture.company();
        String department = department(company);
        String late = "late" + company.seller();

        importPeople(row("dep" + company.head(), company.unit(), "HEAD", company.leader(), "BIZ")
                        + row(late, department, "L1", "dep" + company.head(), "SALES"))
                .statusCode(200)
                .body("added", is(0))
                .body("changed", is(0))
                .body("errors.line", hasItems(2, 3))
                .body("errors.code", hasItem("unit-without-head"));
        importPeople(row(late, department, "L1", "dep" + company.head(), "SALES"))
                .body("added", is(1));
    }

    @Test
    @Requirement("ORG-02")
    void aWholeCompanyComesFromItsFilesUnitsFirst() {
        Company company = fixture.company();
        String code = company.unit().substring(2);
        String number = code.toLowerCase(Locale.ROOT);
        String shop = "S-" + code;
        Tokens.as("hr", "HR")
                .contentType("text/csv; charset=UTF-8")
                .body("code,name,name_en,parent,profile,kind,head,merchandiser\n"
                        + "D-" + code + ",部,Department," + company.unit() + ",furniture,DEPARTMENT,boss" + number
                        + ",\n"
                        + shop + ",店,Shop,D-" + code + ",furniture,SHOP,,follow" + number + "\n")
                .post(API + "units/import")
                .then()
                .body("added", is(2))
                .body("errors", hasSize(0));

        importPeople(row("guide" + number, shop, "L1", "manager" + number, "GUIDE")
                        + row("manager" + number, shop, "SUPERVISOR", "boss" + number, "SHOP")
                        + row("boss" + number, "D-" + code, "HEAD", company.leader(), "BIZ")
                        + row("follow" + number, "D-" + code, "L1", "boss" + number, "MERCH"))
                .body("added", is(4))
                .body("errors", hasSize(0));

        Tokens.as("hr", "HR").get(API + "units/" + shop).then().body("unit.head", is("manager" + number));
        Tokens.as("hr", "HR").get(API + "units/D-" + code).then().body("unit.head", is("boss" + number));
        Tokens.as("hr", "HR")
                .get(API + "units/structure-faults")
                .then()
                .statusCode(200)
                .body("unit", not(hasItem(shop)))
                .body("unit", not(hasItem("D-" + code)));
    }

    @Test
    @Requirement("ORG-04")
    void aRowIsJudgedByWhatItLeavesOfAPersonOnRecord() {
        Company company = fixture.company();
        String person = company.seller();
        String newcomer = "new" + person;
        importPeople(row(newcomer, company.unit(), "L1", company.supervisor(), "SALES"));
        StaffFixture.change(newcomer, Map.of("activeFrom", "2026-06-01"), null).statusCode(200);
        String header = "username,name,email,unit,level,superior,roles,post,active_until\n";

        importAs(
                        "hr",
                        "HR",
                        "staff",
                        "false",
                        header
                                + "%s,姓名,,%s,L1,%s,SALES,岗位,2026-05-31\n"
                                        .formatted(newcomer, company.unit(), company.supervisor()))
                .statusCode(200)
                .body("changed", is(0))
                .body("errors.field", is(List.of("active_until")))
                .body("errors.code", is(List.of("before-the-first-day")));
        importAs(
                        "hr",
                        "HR",
                        "staff",
                        "false",
                        header
                                + "%s,,%s@gendan.example,%s,L2,%s,SALES,岗位,\n"
                                        .formatted(person, person, company.unit(), company.supervisor()))
                .body("changed", is(1))
                .body("errors.size()", is(0));
        importAs(
                        "hr",
                        "HR",
                        "staff",
                        "false",
                        header
                                + "%s,,,%s,L2,%s,SALES,岗位,\n"
                                        .formatted("x" + person, company.unit(), company.supervisor()))
                .body("added", is(0))
                .body("errors.field", is(List.of("name")));
        importUnits(company.unit() + ",,Trading,,trade\n")
                .body("changed", is(1))
                .body("errors.size()", is(0));
    }

    @Test
    @Requirement("ORG-01")
    void onceThereArePeopleFilesAreForHrAndTheLeaderInCharge() {
        Company company = fixture.company();
        String newcomer = "new" + company.seller();
        String file = "username,name,email,unit,level,superior,roles,post\n"
                + row(newcomer, company.unit(), "L1", company.supervisor(), "SALES");

        for (String dryRun : List.of("true", "false"))
            importAs("some.admin", "ADMIN", "staff", dryRun, file)
                    .statusCode(403)
                    .body("code", is("not-yours-to-change"));
        importAs(
                        "some.admin",
                        "ADMIN",
                        "units",
                        "false",
                        "code,name,name_en,parent,profile\n" + company.unit() + ",x,x,,garment\n")
                .statusCode(403);
        importAs(company.head(), "HEAD", "staff", "false", file).statusCode(403);
        importAs(company.leader(), "LEAD", "staff", "false", file)
                .statusCode(200)
                .body("added", is(1));
    }

    @Test
    @Requirement("ORG-01")
    void nobodyChangesHisOwnEntryByAFile() {
        Company company = fixture.company();
        String hr = "hr" + company.seller();
        importPeople(row(hr, company.unit(), "L1", company.head(), "HR")).body("added", is(1));
        String header = "username,name,email,unit,level,superior,roles,post\n";
        String unchanged = row(hr, company.unit(), "L1", company.head(), "HR");
        String leading = row(hr, company.unit(), "LEADER", "", "LEAD");
        String other = row("other" + hr, company.unit(), "L1", company.head(), "SALES");

        importAs(hr, "HR", "staff", "false", header + leading + other)
                .statusCode(200)
                .body("added", is(1))
                .body("changed", is(0))
                .body("errors.line", is(List.of(2)))
                .body("errors.field", is(List.of("username")))
                .body("errors.code", is(List.of("not-about-oneself")));
        importAs(hr, "HR", "staff", "false", header + unchanged)
                .body("unchanged", is(1))
                .body("errors.size()", is(0));
        importAs("new" + hr, "HR", "staff", "false", header + row("new" + hr, company.unit(), "L1", hr, "HR"))
                .body("added", is(0))
                .body("errors.code", is(List.of("not-about-oneself")));
    }

    private static io.restassured.response.ValidatableResponse importAs(
            String by, String role, String what, String dryRun, String file) {
        return Tokens.as(by, role)
                .contentType("text/csv; charset=UTF-8")
                .queryParam("dryRun", dryRun)
                .body(file)
                .post(API + what + "/import")
                .then();
    }

    private static io.restassured.response.ValidatableResponse leave(String username, LocalDate on, String role) {
        return Tokens.as("hr", role)
                .contentType(ContentType.JSON)
                .body(Map.of("on", on.toString()))
                .post(API + "staff/" + username + "/leave")
                .then();
    }

    private static UUID id(String username) {
        return UUID.fromString(Tokens.as("hr", "HR")
                .get(API + "staff/" + username)
                .then()
                .extract()
                .path("id"));
    }
}
