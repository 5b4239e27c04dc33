package io.gendan.fulfillment;

import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.testing.Requirement;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.gendan.fulfillment.FulfillmentFixture.API;
import static io.gendan.fulfillment.FulfillmentFixture.MERCH;
import static io.gendan.fulfillment.FulfillmentFixture.PORTAL;
import static io.gendan.fulfillment.FulfillmentFixture.SALES;
import static io.gendan.fulfillment.FulfillmentFixture.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

/** Who sees what is said about plans, shipments and acceptances. */
@QuarkusTest
class CommentsTest {
    private static final String COMMENTS = API + "comments";

    @Inject
    FulfillmentFixture fixture;

    @Test
    @Requirement({"INF-03", "SEC-08"})
    void whoDoesNotSeeTheRecordSeesNoCommentsOnItAndCustomersSeeNone() {
        fixture.people();
        UUID order = fixture.deliveredOrder();
        UUID acceptance = fixture.begunAcceptance(order);
        String shipment = as(MERCH, "MERCH")
                .get(API + "shipments?orderId=" + order)
                .then()
                .extract()
                .path("items[0].id");

        onlyThoseWhoSeeItTalkAbout("plan", "plans/", fixture.planOf(order));
        onlyThoseWhoSeeItTalkAbout("shipment", "shipments/", UUID.fromString(shipment));
        onlyThoseWhoSeeItTalkAbout("acceptance", "acceptances/", acceptance);
    }

    private static void onlyThoseWhoSeeItTalkAbout(String type, String path, UUID id) {
        var request = Map.of("recordType", type, "recordId", id, "text", "内部意见");
        String list = COMMENTS + "?recordType=" + type + "&recordId=" + id;
        as(MERCH, "MERCH").body(request).post(COMMENTS).then().statusCode(201);

        as(SALES, "SALES").get(list).then().statusCode(200).body("items.text", contains("内部意见"));
        as("sales.west", "SALES").get(API + path + id).then().statusCode(404);
        as("sales.west", "SALES").get(list).then().statusCode(404).body("code", is("not-found"));
        as("sales.west", "SALES").body(request).post(COMMENTS).then().statusCode(404);
        as(PORTAL, "CUST").get(API + path + id).then().statusCode(200);
        as(PORTAL, "CUST").get(list).then().statusCode(403);
        as(PORTAL, "CUST").body(request).post(COMMENTS).then().statusCode(403);
    }
}
