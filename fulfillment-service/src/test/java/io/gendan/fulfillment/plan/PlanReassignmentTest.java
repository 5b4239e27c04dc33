package io.gendan.fulfillment.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.events.fulfillment.PlanEvent.PlanOwnerChanged;
import io.gendan.events.intake.OrderEvent.MerchandiserChanged;
import io.gendan.events.intake.OrderEvent.OrderCanceled;
import io.gendan.fulfillment.FulfillmentFixture;
import io.gendan.testing.Requirement;
import io.gendan.testing.Told;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.gendan.fulfillment.FulfillmentFixture.API;
import static io.gendan.fulfillment.FulfillmentFixture.BIZ;
import static io.gendan.fulfillment.FulfillmentFixture.FOREIGN_HEAD;
import static io.gendan.fulfillment.FulfillmentFixture.HEAD;
import static io.gendan.fulfillment.FulfillmentFixture.MERCH;
import static io.gendan.fulfillment.FulfillmentFixture.QC;
import static io.gendan.fulfillment.FulfillmentFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

@QuarkusTest
class PlanReassignmentTest {
    @Inject
    FulfillmentFixture fulfillment;

    @Inject
    Told told;

    @BeforeEach
    void people() {
        fulfillment.people();
    }

    @Test
    @Requirement("ORG-10")
    void onlyTheSuperiorOfTheProjectOwnerPutsAnotherInCharge() {
        UUID order = fulfillment.releasedOrder();
        UUID plan = fulfillment.runningPlan(order);

        give(as(BIZ, "BIZ"), plan, MERCH)
                .statusCode(422)
                .body("code", is("own-work-not-reassigned"))
                .body("rule", is("work.reassignment"))
                .body("clause", is("004-R01 §17"));
        for (var other : List.of(as(FOREIGN_HEAD, "HEAD"), as(MERCH, "MERCH")))
            give(other, plan, MERCH).statusCode(422).body("code", is("work-not-yours-to-reassign"));
        give(as(HEAD, "HEAD"), plan, QC).statusCode(400).body("errors[0].code", is("lacks-role"));
        give(as(HEAD, "HEAD"), plan, "nobody.here").statusCode(400).body("errors[0].code", is("does-not-exist"));
        as(HEAD, "HEAD")
                .body(Map.of("to", MERCH))
                .post(API + "plans/" + plan + "/reassign")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("reason"));
        as(HEAD, "HEAD")
                .body(Map.of("from", QC, "to", MERCH, "reason", "长期休假"))
                .post(API + "plans/" + plan + "/reassign")
                .then()
                .statusCode(409)
                .body("code", is("another-in-charge"));

        for (int times = 0; times < 2; times++)
            give(as(HEAD, "HEAD").header("Idempotency-Key", "give-" + plan), plan, MERCH)
                    .statusCode(200)
                    .body("owner", is(MERCH));
        assertThat(told.bodies(order, PlanOwnerChanged.class))
                .singleElement()
                .asString()
                .contains("\"former\":\"" + BIZ + "\"", "\"owner\":\"" + MERCH + "\"");
        assertThat(told.rulingsOn(plan)).contains("work.reassignment REFUSED", "work.reassignment ALLOWED");
    }

    @Test
    @Requirement("ORG-10")
    void aPlanThatIsClosedOrHasNoOwnerIsNotGiven() {
        UUID order = fulfillment.releasedOrder();
        UUID plan = fulfillment.planOf(order);
        give(as(HEAD, "HEAD"), plan, MERCH).statusCode(422).body("code", is("nobody-in-charge"));

        fulfillment.runningPlan(order);
        fulfillment.send("intake-orders", new OrderCanceled(order, "客户取消", HEAD, Instant.now()));
        await().untilAsserted(() ->
                as(MERCH, "MERCH").get(API + "plans/" + plan).then().body("status", is("CANCELED")));
        give(as(HEAD, "HEAD"), plan, MERCH).statusCode(409).body("code", is("illegal-move"));
    }

    @Test
    @Requirement("ORG-10")
    void allOfAnOwnerGoesAtOnceAndAnotherMerchandiserOfTheOrderFollowsThePlan() {
        UUID order = fulfillment.releasedOrder();
        UUID plan = fulfillment.runningPlan(order);
        var all = Map.of("from", BIZ, "to", MERCH, "reason", "离职", "limit", 200);
        as(BIZ, "BIZ").body(all).post(API + "reassignments").then().statusCode(422);
        as(HEAD, "HEAD")
                .body(all)
                .post(API + "reassignments")
                .then()
                .statusCode(200)
                .body("moved.record.id", hasItem(plan.toString()))
                .body("refused", empty());

        fulfillment.send("intake-orders", new MerchandiserChanged(order, MERCH, "feng.li", HEAD, Instant.now()));
        await().untilAsserted(
                        () -> as(HEAD, "HEAD").get(API + "plans/" + plan).then().body("merchandiser", is("feng.li")));
    }

    private static ValidatableResponse give(RequestSpecification by, UUID plan, String successor) {
        return by.body(Map.of("to", successor, "reason", "长期休假"))
                .post(API + "plans/" + plan + "/reassign")
                .then();
    }
}
