package io.gendan.contract;

import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.testing.Requirement;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.gendan.contract.ContractFixture.BIZ;
import static io.gendan.contract.ContractFixture.CONTRACTS;
import static io.gendan.contract.ContractFixture.SALES;
import static io.gendan.contract.ContractFixture.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

/** Who sees what is said about a contract. */
@QuarkusTest
class CommentsTest {
    private static final String COMMENTS = "/api/contract/v1/comments";

    @Inject
    ContractFixture fixture;

    @Test
    @Requirement({"INF-03", "SEC-08"})
    void whoDoesNotSeeTheContractSeesNoCommentsOnItAndCustomersSeeNone() {
        var deal = fixture.deal();
        UUID contract = fixture.effective(deal);
        fixture.register("sales.other", null, "SALES", null);
        var request = Map.of("recordType", "contract", "recordId", contract, "text", "内部意见");
        String list = COMMENTS + "?recordType=contract&recordId=" + contract;
        as(BIZ, "BIZ").body(request).post(COMMENTS).then().statusCode(201);

        as(SALES, "SALES").get(list).then().statusCode(200).body("items.text", contains("内部意见"));
        as("sales.other", "SALES").get(CONTRACTS + contract).then().statusCode(404);
        as("sales.other", "SALES").get(list).then().statusCode(404).body("code", is("not-found"));
        as("sales.other", "SALES").body(request).post(COMMENTS).then().statusCode(404);
        as(deal.portal(), "CUST").get(CONTRACTS + contract).then().statusCode(200);
        as(deal.portal(), "CUST").get(list).then().statusCode(403);
        as(deal.portal(), "CUST").body(request).post(COMMENTS).then().statusCode(403);
    }
}
