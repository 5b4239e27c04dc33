package io.gendan.contract;

import java.util.List;
import java.util.Map;
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
    ContractFixture fixture;

    AccessTest() {
        super("contract", "BIZ", List.of("contracts", "seal-uses", "archive-entries", "tasks"));
    }

    @Override
    protected void tell(StaffRegistered person) {
        fixture.send("performance-staff", person);
    }

    @Override
    protected Response act(RequestSpecification caller, String api) {
        return caller.body(Map.of("orderId", UUID.randomUUID(), "clauses", ContractFixture.clauses()))
                .post(api + "contracts");
    }
}
