package io.gendan.fulfillment.acceptance;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.fulfillment.FulfillmentFixture;
import io.gendan.testing.Requirement;
import io.gendan.testing.Told;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.gendan.fulfillment.FulfillmentFixture.API;
import static io.gendan.fulfillment.FulfillmentFixture.BIZ;
import static io.gendan.fulfillment.FulfillmentFixture.FOREIGN_PORTAL;
import static io.gendan.fulfillment.FulfillmentFixture.LOGI;
import static io.gendan.fulfillment.FulfillmentFixture.MERCH;
import static io.gendan.fulfillment.FulfillmentFixture.PORTAL;
import static io.gendan.fulfillment.FulfillmentFixture.as;
import static io.gendan.fulfillment.FulfillmentFixture.ok;
import static io.gendan.fulfillment.FulfillmentFixture.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
class AcceptanceResourceTest {
    @Inject
    FulfillmentFixture fulfillment;

    @Inject
    Told told;

    @BeforeEach
    void people() {
        fulfillment.people();
    }

    @Test
    void whoInvitesTheCustomerInTimeKeepsTheLimit() {
        UUID order = fulfillment.deliveredOrder();
        UUID id = FulfillmentFixture.created(
                as(BIZ, "BIZ").body(Map.of("orderId", order, "selfCheck", "合格")), "acceptances");
        as(BIZ, "BIZ").get(API + "acceptances/" + id).then().body("inviteDue", notNullValue());

        as(BIZ, "BIZ").post(API + "acceptances/" + id + "/invite").then().statusCode(200);

        as(BIZ, "BIZ")
                .get(API + "deadlines?recordId=" + id)
                .then()
                .body("items.code", contains("invitation"))
                .body("items.status", contains("MET"));
    }

    @Test
    @Requirement({"FUL-35", "FUL-36"})
    void objectionsArePutRightRoundByRoundUntilTheCustomerSigns() {
        UUID order = fulfillment.deliveredOrder();
        UUID acceptance = fulfillment.begunAcceptance(order);
        String path = "acceptances/" + acceptance;

        String finding = ok(as(PORTAL, "CUST").body(List.of(objection())), path + "/findings")
                .body("status", is("RECTIFYING"))
                .body("findings[0].owner", is(BIZ))
                .extract()
                .path("findings[0].id");
        as(BIZ, "BIZ")
                .post(API + path + "/repeat")
                .then()
                .statusCode(422)
                .body("code", is("findings-open"))
                .body("rule", is("fulfillment.acceptance.rectification"));
        as(PORTAL, "CUST").body(Map.of()).post(API + path + "/sign").then().statusCode(422);
        ok(as(BIZ, "BIZ").body(Map.of("measure", "更换轴承")), path + "/findings/" + finding + "/close");
        ok(as(BIZ, "BIZ"), path + "/repeat").body("round", is(2));
        ok(as(PORTAL, "CUST").body(Map.of()), path + "/sign")
                .body("status", is("ACCEPTED"))
                .body("report.signatory", is(PORTAL));

        UUID plan = fulfillment.planOf(order);
        as(MERCH, "MERCH").get(API + "plans/" + plan).then().body("status", is("ACCEPTED"));
        ok(as(MERCH, "MERCH"), "plans/" + plan + "/close").body("status", is("CLOSED"));
        assertThat(told.about(order))
                .endsWith(
                        "fulfillment.acceptance.invited.v1",
                        "fulfillment.acceptance.rectification-requested.v1",
                        "fulfillment.acceptance.passed.v1",
                        "fulfillment.plan.closed.v1");
    }

    @Test
    @Requirement("FUL-35")
    void whoRecordsForTheCustomerNeedsTheSignedReportAndWithoutAcceptanceNothingIsClosed() {
        UUID order = fulfillment.deliveredOrder();
        UUID acceptance = fulfillment.begunAcceptance(order);
        String path = "acceptances/" + acceptance + "/sign";

        as(MERCH, "MERCH")
                .post(API + "plans/" + fulfillment.planOf(order) + "/close")
                .then()
                .statusCode(409);
        as(BIZ, "BIZ")
                .body(Map.of("signatory", "王经理"))
                .post(API + path)
                .then()
                .statusCode(422)
                .body("code", is("acceptance-report-not-signed"))
                .body("rule", is("fulfillment.acceptance.report"))
                .body("clause", is("001 §2.5"));
        assertThat(told.about(order)).doesNotContain("fulfillment.acceptance.passed.v1");

        ok(as(BIZ, "BIZ").body(Map.of("signatory", "王经理", "evidence", "扫描件 YS-2026-001")), path)
                .body("report.recordedBy", is(BIZ));
        as(PORTAL, "CUST").body(Map.of()).post(API + path).then().statusCode(409);
    }

    @Test
    void onlyADeliveredOrderIsAcceptedOnceAndOnlyByItsCustomer() {
        UUID order = fulfillment.releasedOrder();
        var selfCheck = Map.of("orderId", order, "selfCheck", "合格");
        as(BIZ, "BIZ")
                .body(selfCheck)
                .post(API + "acceptances")
                .then()
                .statusCode(422)
                .body("code", is("order-not-delivered"));
        as(LOGI, "LOGI").body(selfCheck).post(API + "acceptances").then().statusCode(403);

        UUID delivered = fulfillment.deliveredOrder();
        UUID acceptance = fulfillment.begunAcceptance(delivered);
        as(BIZ, "BIZ")
                .body(Map.of("orderId", delivered, "selfCheck", "合格"))
                .post(API + "acceptances")
                .then()
                .statusCode(409)
                .body("code", is("acceptance-exists-already"));
        as(FOREIGN_PORTAL, "CUST")
                .body(Map.of())
                .post(API + "acceptances/" + acceptance + "/sign")
                .then()
                .statusCode(404);
        as(FOREIGN_PORTAL, "CUST").get(API + "acceptances/" + acceptance).then().statusCode(404);
    }

    private static Map<String, Object> objection() {
        return Map.of("text", "噪声超标", "dueOn", today().plusDays(5).toString());
    }
}
