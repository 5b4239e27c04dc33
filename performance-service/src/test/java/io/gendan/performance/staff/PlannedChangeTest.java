package io.gendan.performance.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.core.clock.Timekeeper;
import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;
import io.gendan.performance.PerformanceFixture;
import io.gendan.performance.PerformanceFixture.Company;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.gendan.performance.PerformanceFixture.API;
import static io.gendan.performance.staff.StaffFixture.change;
import static io.gendan.performance.staff.StaffFixture.json;
import static io.gendan.performance.staff.StaffFixture.person;
import static io.gendan.performance.staff.StaffFixture.plannedOf;
import static io.gendan.performance.staff.StaffFixture.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

/** Changes of later days. */
@QuarkusTest
class PlannedChangeTest {
    private static final LocalDate TODAY = LocalDate.now(WorkingCalendar.SHANGHAI);

    @Inject
    PerformanceFixture fixture;

    @Inject
    Timekeeper timekeeper;

    @Inject
    EntityManager entities;

    @Inject
    StaffDirectory directory;

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
    void ofSeveralForOneDayTheLastPlannedHoldsThoughAnotherReplicaHasTheFirst() throws Exception {
        Company company = fixture.company();
        List<String> ids = Stream.of("一", "二", "三")
                .map(post -> change(company.seller(), Map.of("post", post), TODAY.plusDays(7))
                        .extract()
                        .<String>path("planned.id"))
                .toList();
        Instant day = Instant.now().minusSeconds(1);
        reachTogether(company.seller(), day);

        QuarkusTransaction.requiringNew().run(() -> {
            entities.find(PlannedChange.class, UUID.fromString(ids.getFirst()), LockModeType.PESSIMISTIC_WRITE);
            CompletableFuture.runAsync(timekeeper::strike).join(); // as another replica
        });
        assertThat(plannedOf("username=" + company.seller())).containsExactlyInAnyOrderElementsOf(ids);

        timekeeper.strike();
        assertThat(plannedOf("username=" + company.seller())).isEmpty();
        Tokens.as("hr", "HR")
                .get(API + "staff/" + company.seller() + "/versions")
                .then()
                .body("items.details.post", contains("三", "二", "一", "岗位"));
    }

    private void reachTogether(String username, Instant day) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update planned_change set watch_at = ?1 where username = ?2")
                        .setParameter(1, day)
                        .setParameter(2, username)
                        .executeUpdate());
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
}
