package io.gendan.performance.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;
import io.gendan.events.performance.UnitEvent.UnitRegistered;
import io.gendan.performance.PerformanceFixture;
import io.gendan.performance.PerformanceFixture.Company;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.gendan.performance.PerformanceFixture.API;
import static io.gendan.performance.staff.StaffFixture.department;
import static io.gendan.performance.staff.StaffFixture.json;
import static io.gendan.performance.staff.StaffFixture.person;
import static io.gendan.performance.staff.StaffFixture.refusedPerson;
import static io.gendan.performance.staff.StaffFixture.register;
import static io.gendan.performance.staff.StaffFixture.setUp;
import static io.gendan.performance.staff.StaffFixture.unitId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** Units of the register: set up, changed, seen in the tree. */
@QuarkusTest
class UnitResourceTest {
    private static final LocalDate TODAY = LocalDate.now(WorkingCalendar.SHANGHAI);

    @Inject
    PerformanceFixture fixture;

    @Inject
    Told told;

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
    void aPlannedChangeOfAUnitIsWithdrawnByWhoPlannedIt() {
        Company company = fixture.company();
        String department = department(company);
        String head = "dep" + company.head();
        String id = json(Tokens.as(head, "HEAD"))
                .body(Map.of(
                        "change",
                        Map.of("nameEn", "Trade"),
                        "from",
                        TODAY.plusDays(3).toString(),
                        "reason",
                        "更名"))
                .post(API + "units/" + department + "/change")
                .then()
                .statusCode(200)
                .body("unit.nameEn", is("Department"))
                .extract()
                .path("planned.id");

        json(Tokens.as(company.supervisor(), "SUPV"))
                .post(API + "planned-changes/" + id + "/withdraw")
                .then()
                .statusCode(403);
        json(Tokens.as(head, "HEAD"))
                .post(API + "planned-changes/" + id + "/withdraw")
                .then()
                .statusCode(200)
                .body("status", is("WITHDRAWN"));
    }
}
