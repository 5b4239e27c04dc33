package io.gendan.performance.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.core.clock.Timekeeper;
import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;
import io.gendan.performance.PerformanceFixture;
import io.gendan.performance.PerformanceFixture.Company;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.gendan.performance.PerformanceFixture.API;
import static io.gendan.performance.staff.StaffFixture.change;
import static io.gendan.performance.staff.StaffFixture.department;
import static io.gendan.performance.staff.StaffFixture.id;
import static io.gendan.performance.staff.StaffFixture.json;
import static io.gendan.performance.staff.StaffFixture.leave;
import static io.gendan.performance.staff.StaffFixture.person;
import static io.gendan.performance.staff.StaffFixture.plannedOf;
import static io.gendan.performance.staff.StaffFixture.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

/** Who leaves, who takes over, and what is shut then. */
@QuarkusTest
class LeavingTest {
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
    @Requirement({"SEC-17", "ORG-11"})
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
    @Requirement({"SEC-17", "ORG-11"})
    void aHeadWhoHasLeftAlreadyHandsOverAtOnce() {
        Company company = fixture.company();
        String department = department(company);
        String head = "dep" + company.head();
        String clerk = "dep" + company.clerk();
        register(clerk, person(department, head, "CS", "L1")).statusCode(201);

        change(head, Map.of("activeFrom", "2020-01-01"), null).statusCode(200);

        leave(head, TODAY.minusDays(3), company.head()).statusCode(200);

        assertThat(directory.find(clerk)).get().extracting(Person::superior).isEqualTo(company.head());
        assertThat(directory.find(head)).get().extracting(Person::active).isEqualTo(false);
        Tokens.as("hr", "HR").get(API + "units/" + department).then().body("unit.head", is(company.head()));
        assertThat(plannedOf("username=" + clerk)).isEmpty();
    }

    @Test
    @Requirement("ORG-11")
    void whatIsPlannedWithTheLeaverInItNeedsASuccessorAndGetsHim() {
        Company company = fixture.company();
        String leaver = "other" + company.supervisor();
        register(leaver, person(company.unit(), company.head(), List.of("SUPV", "MERCH"), "SUPERVISOR"))
                .statusCode(201);
        change(company.seller(), Map.of("superior", leaver, "post", "高级销售"), TODAY.plusDays(7))
                .statusCode(200);
        json(Tokens.as("hr", "HR"))
                .body(Map.of(
                        "change",
                        Map.of("head", leaver),
                        "from",
                        TODAY.plusDays(8).toString(),
                        "reason",
                        "调整"))
                .post(API + "units/" + company.unit() + "/change")
                .then()
                .statusCode(200);

        leave(leaver, TODAY.plusDays(5), null)
                .statusCode(400)
                .body("errors[0].code", is("needed-for"))
                .body("errors[0].message", containsString(company.seller()))
                .body("errors[0].message", containsString(company.unit()));
        leave(leaver, TODAY.plusDays(5), company.seller()).statusCode(400);
        assertThat(plannedOf("username=" + company.seller())).hasSize(1);
        leave(leaver, TODAY.plusDays(5), company.supervisor()).statusCode(200);

        Tokens.as("hr", "HR")
                .get(API + "planned-changes?username=" + company.seller())
                .then()
                .body("items.status", contains("PLANNED", "WITHDRAWN"))
                .body("items[0].personChange.superior", is(company.supervisor()))
                .body("items[0].personChange.post", is("高级销售"))
                .body("items[0].effectiveFrom", is(TODAY.plusDays(7).toString()));
        Tokens.as("hr", "HR")
                .get(API + "planned-changes?unit=" + company.unit())
                .then()
                .body("items.status", contains("PLANNED", "WITHDRAWN"))
                .body("items[0].unitChange.head", is(company.supervisor()));
    }

    @Test
    @Requirement({"SEC-17", "ORG-12"})
    void whoStandsInAndLeavesIsFollowedByASuccessorWhoMayDoTheSame() {
        Company company = fixture.company();
        String leaver = "other" + company.supervisor();
        String successor = "third" + company.supervisor();
        for (String username : List.of(leaver, successor))
            register(username, person(company.unit(), company.head(), "SUPV", "SUPERVISOR"))
                    .statusCode(201);
        json(Tokens.as(company.supervisor(), "SUPV"))
                .body(Map.of(
                        "substitute",
                        leaver,
                        "firstDay",
                        TODAY.toString(),
                        "lastDay",
                        TODAY.plusDays(9).toString(),
                        "reason",
                        "休假"))
                .post(API + "staff/" + company.supervisor() + "/substitutes")
                .then()
                .statusCode(200);

        leave(leaver, TODAY.plusDays(5), null)
                .statusCode(400)
                .body("errors[0].code", is("needed-for"))
                .body("errors[0].message", containsString(company.supervisor()));
        leave(leaver, TODAY.plusDays(5), company.clerk())
                .statusCode(400)
                .body("errors[0].field", is("successor"))
                .body("errors[0].code", is("lacks-role"));
        leave(leaver, TODAY.plusDays(5), successor).statusCode(200);

        assertThat(directory.substituteOf(company.supervisor(), TODAY.plusDays(5)))
                .contains(leaver);
        assertThat(directory.substituteOf(company.supervisor(), TODAY.plusDays(6)))
                .contains(successor);
        assertThat(directory.substituteOf(company.supervisor(), TODAY.plusDays(9)))
                .contains(successor);
        assertThat(directory.substituteOf(company.supervisor(), TODAY.plusDays(10)))
                .isEmpty();
    }

    @Test
    @Requirement("SEC-17")
    void nothingPlannedBringsBackWhoLeaves() {
        Company company = fixture.company();
        String later = change(
                        company.seller(),
                        Map.of("activeUntil", TODAY.plusDays(90).toString()),
                        TODAY.plusDays(2))
                .extract()
                .path("planned.id");
        String after = change(company.seller(), Map.of("level", "L2"), TODAY.plusDays(20))
                .extract()
                .path("planned.id");
        String before = change(company.seller(), Map.of("post", "高级销售"), TODAY.plusDays(3))
                .extract()
                .path("planned.id");

        leave(company.seller(), TODAY.plusDays(5), null).statusCode(200);

        assertThat(plannedOf("username=" + company.seller()))
                .containsExactly(before)
                .doesNotContain(later, after);
    }

    private void reachTheDayOf(String id) {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        "update planned_change set watch_at = now() - interval '1 second' where id = ?1")
                .setParameter(1, UUID.fromString(id))
                .executeUpdate());
    }
}
