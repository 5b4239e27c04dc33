package io.gendan.aftersales;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.testing.Requirement;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.gendan.aftersales.AftersalesFixture.SALES;
import static io.gendan.aftersales.AftersalesFixture.TICKETS;
import static io.gendan.aftersales.AftersalesFixture.VISITS;
import static io.gendan.aftersales.AftersalesFixture.as;
import static io.gendan.aftersales.AftersalesFixture.asrep;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

/** Who sees what is said about tickets and visits. */
@QuarkusTest
class CommentsTest {
    private static final String COMMENTS = "/api/aftersales/v1/comments";

    @Inject
    AftersalesFixture fixture;

    @Test
    @Requirement({"INF-03", "SEC-08"})
    void whoDoesNotSeeTheRecordSeesNoCommentsOnItAndCustomersSeeNone() {
        String portal = "portal." + UUID.randomUUID().toString().substring(0, 8);
        UUID ticket = fixture.ticket(fixture.order(fixture.customer(portal)), "QUESTION");
        as(portal, "CUST").get(TICKETS + ticket).then().statusCode(200);

        onlyThoseWhoSeeItTalkAbout("ticket", TICKETS, ticket, portal);
        onlyThoseWhoSeeItTalkAbout("visit", VISITS, fixture.visit(Instant.now()), portal);
    }

    private static void onlyThoseWhoSeeItTalkAbout(String type, String path, UUID id, String portal) {
        var request = Map.of("recordType", type, "recordId", id, "text", "内部意见");
        String list = COMMENTS + "?recordType=" + type + "&recordId=" + id;
        asrep().body(request).post(COMMENTS).then().statusCode(201);

        as(SALES, "SALES").get(list).then().statusCode(200).body("items.text", contains("内部意见"));
        as("sales.other", "SALES").get(path + id).then().statusCode(404);
        as("sales.other", "SALES").get(list).then().statusCode(404).body("code", is("not-found"));
        as("sales.other", "SALES").body(request).post(COMMENTS).then().statusCode(404);
        as(portal, "CUST").get(list).then().statusCode(403);
        as(portal, "CUST").body(request).post(COMMENTS).then().statusCode(403);
    }
}
