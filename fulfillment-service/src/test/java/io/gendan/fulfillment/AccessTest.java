package io.gendan.fulfillment;

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
    private static final UUID SOME = UUID.randomUUID();

    @Inject
    FulfillmentFixture fixture;

    AccessTest() {
        super(
                "fulfillment",
                "MERCH",
                List.of("plans", "shipments", "acceptances", "orders/" + SOME + "/timeline", "tasks"));
    }

    @Override
    protected void tell(StaffRegistered person) {
        fixture.send("performance-staff", person);
    }

    @Override
    protected Response act(RequestSpecification caller, String api) {
        return caller.post(api + "plans/" + SOME + "/start");
    }
}
