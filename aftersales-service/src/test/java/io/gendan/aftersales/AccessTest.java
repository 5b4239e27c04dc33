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
import io.gendan.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

@QuarkusTest
class AccessTest {
    @Inject
    AftersalesFixture fixture;

    @Inject
    StaffDirectory directory;

    /** The mechanism is the platform's; this service has no other use for the copy of the register. */
    @Test
    @Requirement("SEC-17")
    void whoHasLeftSeesNothingHereEither() {
        String leaver = "leaver." + UUID.randomUUID().toString().substring(0, 8);
        Tokens.as(leaver, "ASREP").get("/api/aftersales/v1/tickets").then().statusCode(200);
        fixture.send(
                "performance-staff",
                new StaffRegistered(
                        UUID.randomUUID(),
                        leaver,
                        "AFS",
                        "general",
                        null,
                        null,
                        Set.of("ASREP"),
                        LocalDate.of(2020, 1, 1),
                        LocalDate.now(WorkingCalendar.SHANGHAI).minusDays(1),
                        Instant.now()));
        await().until(() -> directory.find(leaver).isPresent());

        for (String path : List.of("tickets", "visits"))
            Tokens.as(leaver, "ASREP")
                    .get("/api/aftersales/v1/" + path)
                    .then()
                    .statusCode(403)
                    .body("code", is("staff-not-on-duty"));
    }
}
