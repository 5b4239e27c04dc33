package io.gendan.performance.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.core.clock.Timekeeper;
import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;
import io.gendan.events.performance.StaffEvent.StaffRegistered;
import io.gendan.events.performance.UnitEvent.UnitRegistered;
import io.gendan.performance.PerformanceFixture;
import io.gendan.performance.PerformanceFixture.Company;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import static io.gendan.performance.PerformanceFixture.API;
import static io.gendan.performance.PerformanceFixture.importPeople;
import static io.gendan.performance.PerformanceFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** Acts on the register beside its imports: units, people, versions, planned changes, leaving. */
@QuarkusTest
class RegisterTest {
    private static final LocalDate TODAY = LocalDate.now(WorkingCalendar.SHANGHAI);

    @Inject
    PerformanceFixture fixture;

    @Inject
    Told told;

    @Inject
    Timekeeper timekeeper;

    @Inject
    EntityManager entities;

    @Inject
    StaffDirectory directory;

    @Test
    @Requirement({"ORG-01", "ORG-02", "ORG-04"})
    void aGroupIsSetUpGetsItsSupervisorAndIsSeenInTheTree() {
        Company company = fixture.company();
        String department = department(company);
        String group = "G" + company.unit().substring(1);
        String supervisor = "chief" + company.seller();

        setUp(
                        group,
                        Map.of(
                                "name",
                                "跟单组",
                                "nameEn",
                                "Merchandising",
                                "parent",
                                department,
                                "kind",
                                "GROUP",
                                "profile",
                                "trade",
                                "merchandising",
                                true))
                .statusCode(201)
                .body("head", nullValue());
        refusedPerson(
                "first" + company.seller(), person(group, company.head(), "MERCH", "L1"), "unit", "unit-without-head");
        register(supervisor, person(group, "dep" + company.head(), "SUPV", "SUPERVISOR"))
                .statusCode(201);
        register("first" + company.seller(), person(group, supervisor, "MERCH", "L1"))
                .statusCode(201);
        refusedPerson(
                "second" + company.seller(), person(group, supervisor, "SUPV", "SUPERVISOR"), "roles", "second-head");

        Tokens.as("dep" + company.head(), "HEAD")
                .get(API + "units/" + group)
                .then()
                .statusCode(200)
                .body("unit.head", is(supervisor))
                .body("head.name", is("新人"))
                .body("people.username", hasItems(supervisor, "first" + company.seller()));
        Tokens.as(company.clerk(), "CS")
                .get(API + "units/" + department)
                .then()
                .statusCode(200)
                .body("below", contains(group));
        Tokens.as(company.follower(), "MERCH")
                .get(API + "units/" + group)
                .then()
                .statusCode(403);
        assertThat(told.bodies(unitId(group), UnitRegistered.class))
                .last()
                .asString()
                .contains("\"head\":\"" + supervisor + "\"", "\"kind\":\"GROUP\"", "\"parent\":\"" + department + "\"");
        assertThat(directory.holders("SUPV", group, TODAY))
                .extracting(Person::username)
                .containsExactly(supervisor);
        assertThat(directory.superiorsOf("first" + company.seller(), TODAY))
                .extracting(Person::username)
                .containsExactly(supervisor, "dep" + company.head(), company.leader());
    }

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
    @Requirement("ORG-02")
    void ofTwoWhoBecomeHeadAtOnceOneDoesAndTheOtherIsTold() {
        Company company = fixture.company();
        String department = "D" + company.unit().substring(1);
        setUp(department, Map.of("name", "部", "nameEn", "Department", "parent", company.unit(), "profile", "trade"))
                .statusCode(201);

        List<Integer> answers = Stream.of("one", "two", "three", "four")
                .parallel()
                .map(name -> register(name + company.head(), person(department, company.leader(), "HEAD", "HEAD"))
                        .extract()
                        .statusCode())
                .sorted()
                .toList();

        assertThat(answers).containsExactly(201, 400, 400, 400);
    }

    @Test
    void everythingIsToldAnewByTheAdministratorAlone() {
        Company company = fixture.company();

        json(Tokens.as("hr", "HR")).post(API + "staff/tell-anew").then().statusCode(403);
        json(Tokens.as("admin", "ADMIN")).post(API + "staff/tell-anew").then().statusCode(204);

        assertThat(told.about(id(company.seller()))).hasSize(2);
        assertThat(told.bodies(unitId(company.unit()), UnitRegistered.class)).hasSizeGreaterThan(1);
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
    @Requirement({"ORG-02", "ORG-16"})
    void whatIsNotYetAWholeIsListed() {
        Company company = fixture.company();
        String code = company.unit().substring(2);
        String number = code.toLowerCase(Locale.ROOT);
        department(company);
        setUp(
                        "S-" + code,
                        Map.of(
                                "name",
                                "店",
                                "nameEn",
                                "Shop",
                                "parent",
                                "D-" + code,
                                "kind",
                                "SHOP",
                                "profile",
                                "furniture"))
                .statusCode(201);
        register("manager" + number, person("S-" + code, "dep" + company.head(), "SHOP", "SUPERVISOR"))
                .statusCode(201);

        Tokens.as(company.leader(), "LEAD")
                .get(API + "units/structure-faults")
                .then()
                .statusCode(200)
                .body("find { it.unit == 'S-" + code + "' }.code", is("shop-without-merchandiser"))
                .body("find { it.unit == 'S-" + code + "' }.message", containsString("S-" + code));
        Tokens.as(company.seller(), "SALES")
                .get(API + "units/structure-faults")
                .then()
                .statusCode(403);
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
    @Requirement("ORG-04")
    void aChangeOfALaterDayTakesEffectOnThatDay() {
        Company company = fixture.company();
        String id = change(company.seller(), Map.of("level", "L2"), TODAY.plusDays(7))
                .statusCode(200)
                .body("person.level", is("L1"))
                .body("planned.status", is("PLANNED"))
                .extract()
                .path("planned.id");
        change(company.seller(), Map.of("post", "高级销售"), null).statusCode(200);
        timekeeper.strike();
        assertThat(levelOf(company.seller())).isEqualTo("L1");

        reachTheDayOf(id);
        timekeeper.strike();

        assertThat(levelOf(company.seller())).isEqualTo("L2");
        Tokens.as("hr", "HR")
                .get(API + "staff/" + company.seller() + "/versions")
                .then()
                .body("items[0].details.post", is("高级销售"))
                .body("items[0].validFrom", is(TODAY.plusDays(7).toString()))
                .body("items[0].changedBy", is("system"));
        Tokens.as("hr", "HR")
                .get(API + "planned-changes?username=" + company.seller())
                .then()
                .body("items[0].status", is("IN_FORCE"))
                .body("items[0].plannedBy", is("hr"));
        json(Tokens.as("hr", "HR"))
                .post(API + "planned-changes/" + id + "/withdraw")
                .then()
                .statusCode(409);
        change(company.seller(), Map.of("level", "L1"), TODAY.minusDays(1))
                .statusCode(400)
                .body("errors[0].field", is("from"))
                .body("errors[0].code", is("past"));
    }

    @Test
    @Requirement("ORG-04")
    void whatDoesNotFitAnyMoreOnItsDayIsRefusedAndSaysWhy() {
        Company company = fixture.company();
        String other = "other" + company.supervisor();
        register(other, person(company.unit(), company.head(), "SUPV", "SUPERVISOR"))
                .statusCode(201);
        String id = change(company.seller(), Map.of("superior", other), TODAY.plusDays(7))
                .extract()
                .path("planned.id");
        change(other, Map.of("activeUntil", TODAY.plusDays(1).toString()), null).statusCode(200);
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        "update staff_member set active_until = active_from where username = ?1")
                .setParameter(1, other)
                .executeUpdate());

        reachTheDayOf(id);
        timekeeper.strike();

        Tokens.as("hr", "HR")
                .get(API + "planned-changes?username=" + company.seller())
                .then()
                .body("items[0].status", is("REFUSED"))
                .body("items[0].faults", contains("superior has-left"));
        assertThat(directory.find(company.seller()))
                .get()
                .extracting(Person::superior)
                .isEqualTo(company.supervisor());
    }

    @Test
    @Requirement("ORG-04")
    void aPlannedChangeOfAUnitIsWithdrawnByWhoPlannedIt() {
        Company company = fixture.company();
        String id = json(Tokens.as(company.head(), "HEAD"))
                .body(Map.of(
                        "change",
                        Map.of("nameEn", "Trade"),
                        "from",
                        TODAY.plusDays(3).toString(),
                        "reason",
                        "更名"))
                .post(API + "units/" + company.unit() + "/change")
                .then()
                .statusCode(200)
                .body("unit.nameEn", is("Foreign trade"))
                .extract()
                .path("planned.id");

        json(Tokens.as(company.supervisor(), "SUPV"))
                .post(API + "planned-changes/" + id + "/withdraw")
                .then()
                .statusCode(403);
        json(Tokens.as(company.head(), "HEAD"))
                .post(API + "planned-changes/" + id + "/withdraw")
                .then()
                .statusCode(200)
                .body("status", is("WITHDRAWN"));
    }

    @Test
    @Requirement("ORG-10")
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
    @Requirement({"ORG-01", "CON-09"})
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
    @Requirement({"SEC-17", "ORG-10", "ORG-11"})
    void whoLeavesHandsHisPeopleAndUnitsOverToASuccessor() {
        Company company = fixture.company();
        String department = department(company);
        String head = "dep" + company.head();
        String clerk = "dep" + company.clerk();
        register(clerk, person(department, head, "CS", "L1")).statusCode(201);

        leave(head, TODAY.plusDays(5), null)
                .statusCode(400)
                .body("errors[0].field", is("successor"))
                .body("errors[0].code", is("needed-for"))
                .body("errors[0].message", containsString(clerk));
        leave(head, TODAY.plusDays(5), clerk).statusCode(400).body("errors.code", hasItem("closes-a-loop"));
        leave(head, TODAY.plusDays(5), company.head()).statusCode(200);

        assertThat(told.rulingsOn(id(head)))
                .contains("staff.exclusive-roles ALLOWED", "security.access-end DEADLINE_SET");
        assertThat(directory.find(clerk)).get().extracting(Person::superior).isEqualTo(head);
        plannedOf("username=" + clerk).forEach(this::reachTheDayOf);
        plannedOf("unit=" + department).forEach(this::reachTheDayOf);
        timekeeper.strike();
        assertThat(directory.find(clerk)).get().extracting(Person::superior).isEqualTo(company.head());
        Tokens.as("hr", "HR").get(API + "units/" + department).then().body("unit.head", is(company.head()));
    }

    @Test
    @Requirement("SEC-17")
    void whoHasLeftIsTurnedAwayEverywhere() {
        Company company = fixture.company();
        leave(company.seller(), TODAY, null).statusCode(200);
        Tokens.as(company.seller(), "SALES").get(API + "rules").then().statusCode(200);

        Company others = fixture.company();
        leave(others.seller(), TODAY.minusDays(1), null).statusCode(200);
        for (String path : List.of("rules", "rule-versions", "rulings", "reviews", "units/" + others.unit(), "rotas"))
            Tokens.as(others.seller(), "SALES", "AUDIT")
                    .get(API + path)
                    .then()
                    .statusCode(403)
                    .body("code", is("staff-not-on-duty"));
        json(Tokens.as(others.seller(), "SALES"))
                .body(Map.of("rule", "intake.release", "kind", "QUESTION", "text", "?"))
                .post(API + "rule-questions")
                .then()
                .statusCode(403)
                .body("code", is("staff-not-on-duty"));
    }

    @Test
    @Requirement("ORG-12")
    void aSubstituteIsNamedForDaysByThePersonOrASuperiorAndToldToAll() {
        Company company = fixture.company();
        String other = "other" + company.supervisor();
        register(other, person(company.unit(), company.head(), "SUPV", "SUPERVISOR"))
                .statusCode(201);

        String id = substitute(company.supervisor(), "SUPV", company.supervisor(), other, 1, 3)
                .statusCode(200)
                .body("substitutions[0].reason", is("休假"))
                .extract()
                .path("substitutions[0].id");
        substitute(company.head(), "HEAD", company.supervisor(), other, 5, 6).statusCode(200);

        assertThat(directory.substituteOf(company.supervisor(), TODAY.plusDays(2)))
                .contains(other);
        assertThat(directory.substituteOf(company.supervisor(), TODAY.plusDays(4)))
                .isEmpty();
        assertThat(directory.representedBy(other, TODAY.plusDays(6))).containsExactly(company.supervisor());
        assertThat(told.bodies(id(company.supervisor()), StaffRegistered.class))
                .last()
                .asString()
                .contains("\"substitute\":\"" + other + "\"", "\"firstDay\":\"" + TODAY.plusDays(5) + "\"");

        endSubstitution(company.seller(), "SALES", company.supervisor(), id, null)
                .statusCode(403);
        endSubstitution(company.supervisor(), "SUPV", company.supervisor(), id, TODAY.plusDays(1))
                .statusCode(200);
        endSubstitution(company.supervisor(), "SUPV", company.supervisor(), id, TODAY.plusDays(1))
                .statusCode(409);
        assertThat(directory.substituteOf(company.supervisor(), TODAY.plusDays(2)))
                .isEmpty();
        endSubstitution(company.supervisor(), "SUPV", company.supervisor(), id, null)
                .statusCode(200);
        assertThat(directory.substituteOf(company.supervisor(), TODAY.plusDays(1)))
                .isEmpty();
    }

    @Test
    @Requirement("ORG-12")
    void nobodyUnfitStandsInForAnother() {
        Company company = fixture.company();
        String other = "other" + company.supervisor();
        register(other, person(company.unit(), company.head(), "SUPV", "SUPERVISOR"))
                .statusCode(201);
        String leaving = "leaving" + company.supervisor();
        register(leaving, person(company.unit(), company.head(), "SUPV", "SUPERVISOR"))
                .statusCode(201);
        leave(leaving, TODAY.plusDays(2), null).statusCode(200);

        refusedSubstitute(company, company.supervisor(), 1, 2, "substitute", "oneself");
        refusedSubstitute(company, "nobody.there", 1, 2, "substitute", "does-not-exist");
        refusedSubstitute(company, company.head(), 1, 2, "substitute", "lacks-role");
        refusedSubstitute(company, leaving, 1, 3, "substitute", "not-on-duty-then");
        refusedSubstitute(company, other, -1, 3, "firstDay", "past");
        refusedSubstitute(company, other, 3, 2, "lastDay", "before-the-first-day");
        substitute(company.seller(), "SALES", company.supervisor(), other, 1, 2).statusCode(403);
        substitute(company.supervisor(), "SUPV", company.supervisor(), other, 1, 3)
                .statusCode(200);
        substitute(company.supervisor(), "SUPV", company.supervisor(), other, 3, 4)
                .statusCode(409)
                .body("code", is("substitution-overlaps"));
        substitute(other, "SUPV", other, company.supervisor(), 3, 4)
                .statusCode(400)
                .body("errors[0].code", is("is-away-then"));
    }

    /** A department with its head below the company of a test. */
    private String department(Company company) {
        String department = "D" + company.unit().substring(1);
        setUp(department, Map.of("name", "部", "nameEn", "Department", "parent", company.unit(), "profile", "trade"))
                .statusCode(201)
                .body("kind", is("DEPARTMENT"));
        register("dep" + company.head(), person(department, company.leader(), "HEAD", "HEAD"))
                .statusCode(201);
        return department;
    }

    private static Map<String, Object> person(String unit, String superior, String role, String level) {
        return person(unit, superior, List.of(role), level);
    }

    private static Map<String, Object> person(String unit, String superior, List<String> roles, String level) {
        return Map.of(
                "name",
                "新人",
                "unit",
                unit,
                "superior",
                superior,
                "roles",
                roles,
                "level",
                level == null ? "L1" : level);
    }

    private static ValidatableResponse register(String username, Map<String, Object> details) {
        return json(Tokens.as("hr", "HR"))
                .body(Map.of("username", username, "details", details, "reason", "入职"))
                .post(API + "staff")
                .then();
    }

    private static void refusedPerson(String username, Map<String, Object> details, String field, String code) {
        register(username, details)
                .statusCode(400)
                .body("errors[0].field", is(field))
                .body("errors[0].code", is(code));
    }

    private static ValidatableResponse setUp(String code, Map<String, Object> details) {
        return json(Tokens.as("hr", "HR"))
                .body(Map.of("code", code, "details", details))
                .post(API + "units")
                .then();
    }

    private static ValidatableResponse changeUnit(String code, Map<String, Object> change) {
        return json(Tokens.as("hr", "HR"))
                .body(Map.of("change", change, "reason", "调整"))
                .post(API + "units/" + code + "/change")
                .then();
    }

    private static ValidatableResponse change(String username, Map<String, Object> change, LocalDate from) {
        return json(Tokens.as("hr", "HR"))
                .body(
                        from == null
                                ? Map.of("change", change, "reason", "调整")
                                : Map.of("change", change, "from", from.toString(), "reason", "调整"))
                .post(API + "staff/" + username + "/change")
                .then();
    }

    private static ValidatableResponse changeAs(String by, String role, String username, Map<String, Object> change) {
        return json(Tokens.as(by, role))
                .body(Map.of("change", change, "reason", "调整"))
                .post(API + "staff/" + username + "/change")
                .then();
    }

    private static void refusedChange(String username, Map<String, Object> change, String field, String code) {
        change(username, change, null)
                .statusCode(400)
                .body("errors[0].field", is(field))
                .body("errors[0].code", is(code));
    }

    private static ValidatableResponse induct(String role, String username, LocalDate on) {
        return json(Tokens.as("some." + role.toLowerCase(Locale.ROOT), role))
                .body(Map.of("on", on.toString()))
                .post(API + "staff/" + username + "/induct")
                .then();
    }

    private static ValidatableResponse leave(String username, LocalDate on, String successor) {
        return json(Tokens.as("hr", "HR"))
                .body(
                        successor == null
                                ? Map.of("on", on.toString())
                                : Map.of("on", on.toString(), "successor", successor))
                .post(API + "staff/" + username + "/leave")
                .then();
    }

    private static ValidatableResponse substitute(
            String by, String role, String username, String substitute, int from, int until) {
        return json(Tokens.as(by, role))
                .body(Map.of(
                        "substitute",
                        substitute,
                        "firstDay",
                        TODAY.plusDays(from).toString(),
                        "lastDay",
                        TODAY.plusDays(until).toString(),
                        "reason",
                        "休假"))
                .post(API + "staff/" + username + "/substitutes")
                .then();
    }

    private static void refusedSubstitute(
            Company company, String substitute, int from, int until, String field, String code) {
        substitute(company.supervisor(), "SUPV", company.supervisor(), substitute, from, until)
                .statusCode(400)
                .body("errors[0].field", is(field))
                .body("errors[0].code", is(code));
    }

    private static ValidatableResponse endSubstitution(
            String by, String role, String username, String id, LocalDate lastDay) {
        return json(Tokens.as(by, role))
                .body(lastDay == null ? Map.of() : Map.of("lastDay", lastDay.toString()))
                .post(API + "staff/" + username + "/substitutes/" + id + "/end")
                .then();
    }

    private static List<String> plannedOf(String query) {
        return Tokens.as("hr", "HR")
                .get(API + "planned-changes?status=PLANNED&" + query)
                .then()
                .extract()
                .path("items.id");
    }

    private void reachTheDayOf(String id) {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        "update planned_change set watch_at = now() - interval '1 second' where id = ?1")
                .setParameter(1, UUID.fromString(id))
                .executeUpdate());
    }

    private static String levelOf(String username) {
        return Tokens.as("hr", "HR")
                .get(API + "staff/" + username)
                .then()
                .extract()
                .path("level");
    }

    private static UUID id(String username) {
        return UUID.fromString(Tokens.as("hr", "HR")
                .get(API + "staff/" + username)
                .then()
                .extract()
                .path("id"));
    }

    private static UUID unitId(String code) {
        return UUID.fromString(Tokens.as("hr", "HR")
                .get(API + "units/" + code)
                .then()
                .extract()
                .path("unit.id"));
    }

    private static RequestSpecification json(RequestSpecification request) {
        return request.contentType(ContentType.JSON);
    }
}
