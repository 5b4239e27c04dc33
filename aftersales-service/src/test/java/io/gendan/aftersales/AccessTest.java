package io.gendan.aftersales;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.events.performance.StaffEvent.StaffRegistered;
import io.gendan.testing.AccessRules;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class AccessTest extends AccessRules {
    @Inject
    AftersalesFixture fixture;

    AccessTest() {
        super("aftersales", "ASREP", List.of("tickets", "visits", "tasks"));
    }

    @Override
    protected void tell(StaffRegistered person) {
        fixture.send("performance-staff", person);
    }

    @Override
    protected Response act(RequestSpecification caller, String api) {
        return caller.body(AftersalesFixture.request(UUID.randomUUID(), "QUESTION", "NORMAL"))
                .post(api + "tickets");
    }
}
