package io.gendan.fulfillment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.core.people.StaffDirectory;
import io.gendan.events.performance.StaffEvent.StaffRegistered;
import io.gendan.testing.Requirement;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.gendan.fulfillment.FulfillmentFixture.API;
import static io.gendan.fulfillment.FulfillmentFixture.as;
import static io.gendan.fulfillment.FulfillmentFixture.today;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

/** Whether somebody is let in is for the register to say, whatever his token says. */
@QuarkusTest
class AccessTest {
    @Inject
    FulfillmentFixture fixture;

    @Inject
    StaffDirectory directory;

    private final String person = "person." + UUID.randomUUID().toString().substring(0, 8);

    @Test
    @Requirement("SEC-17")
    void fromTheEndOfHisLastDayOnNobodySeesOrDoesAnything() {
        register(LocalDate.of(2020, 1, 1), today());
        as(person, "MERCH").get(API + "plans").then().statusCode(200);

        register(LocalDate.of(2020, 1, 1), today().minusDays(1));
        await().until(() -> !directory.find(person).orElseThrow().active());
        turnedAway();
    }

    @Test
    @Requirement("SEC-17")
    void beforeHisFirstDayNobodySeesOrDoesAnything() {
        register(today().plusDays(1), null);
        turnedAway();
    }

    private void turnedAway() {
        UUID some = UUID.randomUUID();
        for (String path : List.of("plans", "shipments", "acceptances", "orders/" + some + "/timeline", "tasks"))
            as(person, "MERCH", "AUDIT").get(API + path).then().statusCode(403).body("code", is("staff-not-on-duty"));
        as(person, "MERCH")
                .post(API + "plans/" + some + "/start")
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
                        "sales-east",
                        "general",
                        null,
                        null,
                        Set.of("MERCH"),
                        firstDay,
                        lastDay,
                        Instant.now()));
        await().until(() -> directory.find(person).isPresent());
    }
}
