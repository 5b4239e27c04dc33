package io.gendan.performance.staff;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.performance.PerformanceFixture;
import io.gendan.performance.PerformanceFixture.Company;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static io.gendan.performance.PerformanceFixture.API;
import static io.gendan.performance.staff.StaffFixture.change;
import static io.gendan.performance.staff.StaffFixture.changeAs;
import static io.gendan.performance.staff.StaffFixture.department;
import static io.gendan.performance.staff.StaffFixture.json;
import static io.gendan.performance.staff.StaffFixture.person;
import static io.gendan.performance.staff.StaffFixture.plannedOf;
import static io.gendan.performance.staff.StaffFixture.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

/** Who changes what of the register. */
@QuarkusTest
class RegisterRightsTest {
    private static final LocalDate TODAY = LocalDate.now(WorkingCalendar.SHANGHAI);

    @Inject
    PerformanceFixture fixture;

    @Test
    void nobodyChangesHisOwnEntryAndASuperiorOnlyHisPeoplesPlace() {
        Company company = fixture.company();
        Company others = fixture.company();

        changeAs(company.head(), "HEAD", company.head(), Map.of("superior", company.leader()))
                .statusCode(403)
                .body("code", is("not-about-oneself"));
        changeAs(company.supervisor(), "SUPV", company.seller(), Map.of("superior", company.head()))
                .statusCode(200);
        changeAs(company.supervisor(), "SUPV", company.seller(), Map.of("superior", company.supervisor()))
                .statusCode(403)
                .body("code", is("not-yours-to-change"));
        changeAs(company.head(), "HEAD", company.seller(), Map.of("superior", company.supervisor()))
                .statusCode(200);
        changeAs(company.head(), "HEAD", company.seller(), Map.of("roles", List.of("SALES", "LEAD")))
                .statusCode(403)
                .body("code", is("rights-not-yours-to-change"));
        changeAs(company.head(), "HEAD", others.seller(), Map.of("post", "x"))
                .statusCode(403)
                .body("code", is("not-yours-to-change"));
        changeAs(company.seller(), "SALES", company.clerk(), Map.of("post", "x"))
                .statusCode(403);
        json(Tokens.as("hr", "HR"))
                .body(Map.of("change", Map.of("post", "x")))
                .post(API + "staff/" + company.seller() + "/change")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("reason"));
        json(Tokens.as(company.head(), "HEAD"))
                .body(Map.of("change", Map.of("name", "x"), "reason", "x"))
                .post(API + "units/" + others.unit() + "/change")
                .then()
                .statusCode(403);
    }

    @Test
    void noLaterDayGivesAHeadWhatHeDoesNotDecide() {
        Company company = fixture.company();
        String later = TODAY.plusDays(3).toString();

        for (Map<String, Object> change : List.<Map<String, Object>>of(
                Map.of("roles", List.of("SALES")),
                Map.of("level", "L1"),
                Map.of("email", company.seller() + "@gendan.example"),
                Map.of("activeFrom", "2020-01-01"),
                Map.of("activeUntil", later),
                Map.of("inductedOn", TODAY.toString()),
                Map.of("clear", List.of("level")),
                Map.of("clear", List.of("activeUntil")),
                Map.of("clear", List.of("inductedOn")),
                Map.of("clear", List.of("email"))))
            json(Tokens.as(company.head(), "HEAD"))
                    .body(Map.of("change", change, "from", later, "reason", "调整"))
                    .post(API + "staff/" + company.seller() + "/change")
                    .then()
                    .statusCode(403)
                    .body("code", is("rights-not-yours-to-change"));

        assertThat(plannedOf("username=" + company.seller())).isEmpty();
        json(Tokens.as(company.head(), "HEAD"))
                .body(Map.of("change", Map.of("post", "高级销售"), "from", later, "reason", "调整"))
                .post(API + "staff/" + company.seller() + "/change")
                .then()
                .statusCode(200);
    }

    @Test
    void aSuperiorDoesNotChangeTheAddressToWhichTheFirstPasswordGoes() {
        Company company = fixture.company();

        for (String by : List.of(company.supervisor() + " SUPV", company.head() + " HEAD"))
            changeAs(by.split(" ")[0], by.split(" ")[1], company.seller(), Map.of("email", "other@gendan.example"))
                    .statusCode(403)
                    .body("code", is("rights-not-yours-to-change"));
        changeAs(company.head(), "HEAD", company.seller(), Map.of("email", company.seller() + "@gendan.example"))
                .statusCode(200);
        change(company.seller(), Map.of("email", "other." + company.seller() + "@gendan.example"), null)
                .statusCode(200);
    }

    @Test
    @Requirement({"ORG-02", "ORG-03"})
    void aHeadPlacesNoUnitAnewInTheCompany() {
        Company company = fixture.company();
        String department = department(company);
        String head = "dep" + company.head();

        for (Map<String, Object> change : List.<Map<String, Object>>of(
                Map.of("controlling", true),
                Map.of("profile", "garment"),
                Map.of("kind", "SHOP"),
                Map.of("clear", List.of("parent")),
                Map.of("parent", company.unit())))
            for (String from : List.of(TODAY.toString(), TODAY.plusDays(3).toString()))
                json(Tokens.as(head, "HEAD"))
                        .body(Map.of("change", change, "from", from, "reason", "调整"))
                        .post(API + "units/" + department + "/change")
                        .then()
                        .statusCode(403)
                        .body("code", is("not-yours-to-change"));
        json(Tokens.as("dep" + company.head(), "HR"))
                .body(Map.of("change", Map.of("head", "dep" + company.head()), "reason", "调整"))
                .post(API + "units/" + company.unit() + "/change")
                .then()
                .statusCode(403)
                .body("code", is("not-about-oneself"));
        assertThat(plannedOf("unit=" + department)).isEmpty();
        json(Tokens.as(head, "HEAD"))
                .body(Map.of("change", Map.of("nameEn", "Trade"), "reason", "更名"))
                .post(API + "units/" + department + "/change")
                .then()
                .statusCode(200);
        json(Tokens.as(company.leader(), "LEAD"))
                .body(Map.of("change", Map.of("profile", "garment"), "reason", "调整"))
                .post(API + "units/" + department + "/change")
                .then()
                .statusCode(200);
    }

    @Test
    @Requirement("ORG-02")
    void whoIsAHeadInAUnitOfAnotherDecidesNothingAboutItNorAboutThoseAboveHim() {
        Company company = fixture.company();
        String department = department(company);

        for (String unit : List.of(company.unit(), department))
            for (Map<String, Object> change :
                    List.<Map<String, Object>>of(Map.of("nameEn", "x"), Map.of("head", company.supervisor())))
                json(Tokens.as(company.head(), "HEAD"))
                        .body(Map.of("change", change, "reason", "调整"))
                        .post(API + "units/" + unit + "/change")
                        .then()
                        .statusCode(403)
                        .body("code", is("not-yours-to-change"));
        changeAs(company.head(), "HEAD", company.leader(), Map.of("post", "x"))
                .statusCode(403)
                .body("code", is("not-yours-to-change"));
        changeAs(company.head(), "HEAD", "dep" + company.head(), Map.of("post", "x"))
                .statusCode(403);
        changeAs(company.head(), "HEAD", company.supervisor(), Map.of("post", "x"))
                .statusCode(200);
    }

    @Test
    @Requirement({"ORG-02", "ORG-03"})
    void aHeadSetsUpUnitsLikeHisOwnBelowIt() {
        Company company = fixture.company();
        String department = department(company);
        String group = "G" + company.unit().substring(1);

        setUpAs(company, group, Map.of("parent", department, "profile", "trade", "controlling", true))
                .statusCode(403);
        setUpAs(company, group, Map.of("parent", department, "profile", "garment"))
                .statusCode(403);
        setUpAs(company, group, Map.of("parent", "NOWHERE", "profile", "trade")).statusCode(403);
        setUpAs(company, group, Map.of("parent", company.unit(), "profile", "trade"))
                .statusCode(403);
        setUpAs(company, group, Map.of("profile", "trade")).statusCode(403);
        setUpAs(company, group, Map.of("parent", department, "profile", "trade", "kind", "GROUP"))
                .statusCode(201);
    }

    @Test
    @Requirement("ORG-04")
    void nobodyWithdrawsWhatIsPlannedForHimself() {
        Company company = fixture.company();
        String hr = "hr" + company.seller();
        register(hr, person(company.unit(), company.head(), "HR", "L1")).statusCode(201);
        String id = change(hr, Map.of("roles", List.of("CS")), TODAY.plusDays(3))
                .extract()
                .path("planned.id");

        json(Tokens.as(hr, "HR"))
                .post(API + "planned-changes/" + id + "/withdraw")
                .then()
                .statusCode(403)
                .body("code", is("not-about-oneself"));
        json(Tokens.as("hr", "HR"))
                .post(API + "planned-changes/" + id + "/withdraw")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse setUpAs(Company company, String code, Map<String, Object> details) {
        var named = new HashMap<>(details);
        named.put("name", "组");
        named.put("nameEn", "Group");
        return json(Tokens.as("dep" + company.head(), "HEAD"))
                .body(Map.of("code", code, "details", named))
                .post(API + "units")
                .then();
    }
}
