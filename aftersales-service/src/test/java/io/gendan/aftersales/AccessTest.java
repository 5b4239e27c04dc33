package io.gendan.aftersales;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.core.people.StaffDirectory;
import io.gendan.events.performance.StaffEvent.StaffRegistered;
import io.gendan.testing.Requirement;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.gendan.aftersales.AftersalesFixture.TICKETS;
import static io.gendan.aftersales.AftersalesFixture.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

/** Whether somebody is let in is for the register to say, whatever his token says. */
@QuarkusTest
class AccessTest {
    private static final LocalDate TODAY = LocalDate.now(WorkingCalendar.SHANGHAI);

    @Inject
    AftersalesFixture fixture;

    @Inject
    StaffDirectory directory;

    private final String person = "person." + UUID.randomUUID().toString().substring(0, 8);

    @Test
    @Requirement("SEC-17")
    void fromTheEndOfHisLastDayOnNobodySeesOrDoesAnything() {
        register(LocalDate.of(2020, 1, 1), TODAY);
        as(person, "ASREP").get(TICKETS).then().statusCode(200);

        register(LocalDate.of(2020, 1, 1), TODAY.minusDays(1));
        await().until(() -> !directory.find(person).orElseThrow().active());
        turnedAway();
    }

    @Test
    @Requirement("SEC-17")
    void beforeHisFirstDayNobodySeesOrDoesAnything() {
        register(TODAY.plusDays(1), null);
        turnedAway();
    }

    private void turnedAway() {
        for (String path : List.of("tickets", "visits", "tasks"))
            as(person, "ASREP", "AUDIT")
                    .get("/api/aftersales/v1/" + path)
                    .then()
                    .statusCode(403)
                    .body("code", is("staff-not-on-duty"));
        as(person, "ASREP")
                .body(AftersalesFixture.request(UUID.randomUUID(), "QUESTION", "NORMAL"))
                .post(TICKETS)
                .then()
                .statusCode(403)
                .body("code", is("staff-not-on-duty"));
    }

    private void register(LocalDate firstDay, LocalDate lastDay) {
        fixture.send(
                "performance-staff",
                new StaffRegistered(
                        UUID.nameUUIDFromBytes(person.getBytes()),
                        person,
                        "AFS",
                        "general",
                        null,
                        null,
                        Set.of("ASREP"),
                        firstDay,
                        lastDay,
                        Instant.now()));
        await().until(() -> directory.find(person).isPresent());
    }
}
