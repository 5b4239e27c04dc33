package io.gendan.intake.order;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.intake.IntakeFixture;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.gendan.intake.IntakeFixture.evidence;
import static io.gendan.intake.IntakeFixture.json;
import static io.gendan.intake.IntakeFixture.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
class OrderResourceTest {
    private static final String ORDERS = "/api/intake/v1/orders/";

    @Inject
    IntakeFixture intake;

    @Inject
    Told told;

    @BeforeEach
    void people() {
        intake.registerStaff();
    }

    @Test
    @Requirement({"INT-12", "INT-17"})
    void anOrderWithinAuthorityIsConfirmedAndSaysSoOnce() {
        UUID id = intake.draftOrder("5000"); // 10 × 5,000 = the limit of level L1

        sales().body(evidence())
                .post(ORDERS + id + "/confirm")
                .then()
                .statusCode(200)
                .body("status", is("CONFIRMED"))
                .body("evidence.recordedBy", is(IntakeFixture.SALES));

        assertThat(told.about(id)).containsExactly("intake.order.confirmed.v1");
        assertThat(told.rulingsOn(id))
                .containsExactlyInAnyOrder("intake.induction ALLOWED", "intake.authority.sales.L1 ALLOWED");
        assertThat(told.auditOf(id)).containsExactly("zhao.min order.created", "zhao.min intake.order.confirmed");
    }

    @Test
    @Requirement({"INT-17", "SEC-16"})
    void anOrderBeyondAuthorityIsRefusedWithRuleAndClauseAndChangesNothing() {
        UUID id = intake.draftOrder("5000.01");

        sales().body(evidence())
                .post(ORDERS + id + "/confirm")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", is("order-beyond-authority"))
                .body("rule", is("intake.authority.sales.L1"))
                .body("version", is(1))
                .body("clause", is("000 §3.1"))
                .body("clauseText", containsString("level"))
                .body("ruling", notNullValue());

        Tokens.as(IntakeFixture.SALES, "SALES").get(ORDERS + id).then().body("status", is("DRAFT"));
        assertThat(told.about(id)).isEmpty();
        assertThat(told.rulingsOn(id)).containsExactly("intake.authority.sales.L1 REFUSED");
    }

    @Test
    void confirmingTwiceIsAConflictAndSaysNothingMore() {
        UUID id = intake.confirmedOrder();

        sales().body(evidence())
                .post(ORDERS + id + "/confirm")
                .then()
                .statusCode(409)
                .body("code", is("illegal-move"));

        assertThat(told.about(id)).hasSize(1);
    }

    @Test
    void aRepeatWithTheSameKeyGetsTheSameAnswerAndAnotherBodyIsRefused() {
        UUID id = intake.draftOrder("1000");
        String key = "key-" + id;

        int version = sales().header("Idempotency-Key", key)
                .body(evidence())
                .post(ORDERS + id + "/confirm")
                .then()
                .statusCode(200)
                .extract()
                .path("version");
        sales().header("Idempotency-Key", key)
                .body(evidence())
                .post(ORDERS + id + "/confirm")
                .then()
                .statusCode(200)
                .body("status", is("CONFIRMED"))
                .body("version", is(version));
        sales().header("Idempotency-Key", key)
                .body(Map.of("evidence", Map.of("kind", "PORTAL", "text", "另一份证据")))
                .post(ORDERS + id + "/confirm")
                .then()
                .statusCode(422)
                .body("code", is("idempotency-key-reused"));

        assertThat(told.about(id)).hasSize(1);
    }

    @Test
    void aStaleVersionIsToldFromTheIfMatchHeader() {
        UUID id = intake.draftOrder("1000");

        sales().header("If-Match", "\"7\"")
                .body(evidence())
                .post(ORDERS + id + "/confirm")
                .then()
                .statusCode(409)
                .body("code", is("changed-meanwhile"));

        assertThat(told.about(id)).isEmpty();
    }

    @Test
    @Requirement("INT-19")
    void customerServiceCannotConfirm() {
        UUID id = intake.draftOrder("1000");

        json(Tokens.as("chen.jing", "CS"))
                .body(evidence())
                .post(ORDERS + id + "/confirm")
                .then()
                .statusCode(422)
                .body("code", is("customer-service-cannot-confirm"))
                .body("rule", is("intake.cs.may-confirm"));

        assertThat(told.about(id)).isEmpty();
    }

    @Test
    @Requirement("INT-18")
    void beyondAuthorityTheSupervisorApprovesUpToHisLimitAndTheHeadBeyond() {
        UUID within = intake.draftOrder("50000"); // 500,000
        sales().body(evidence())
                .post(ORDERS + within + "/request-approval")
                .then()
                .statusCode(200);
        Tokens.as(IntakeFixture.SUPERVISOR, "SUPV")
                .post(ORDERS + within + "/approve")
                .then()
                .statusCode(200)
                .body("status", is("CONFIRMED"))
                .body("approver", is(IntakeFixture.SUPERVISOR));
        assertThat(told.about(within)).containsExactly("intake.order.approved.v1", "intake.order.confirmed.v1");

        UUID beyond = intake.draftOrder("50001");
        sales().body(evidence())
                .post(ORDERS + beyond + "/request-approval")
                .then()
                .statusCode(200);
        Tokens.as(IntakeFixture.SUPERVISOR, "SUPV")
                .post(ORDERS + beyond + "/approve")
                .then()
                .statusCode(422)
                .body("code", is("order-beyond-approval-limit"));
        Tokens.as(IntakeFixture.HEAD, "HEAD")
                .post(ORDERS + beyond + "/approve")
                .then()
                .statusCode(200);
    }

    @Test
    @Requirement({"INT-18", "QUO-16"})
    void superiorsOfOtherDepartmentsDecideNothing() {
        var foreignHead = json(Tokens.as(IntakeFixture.FOREIGN_HEAD, "HEAD", "SUPV"));
        UUID quotation = intake.submittedQuotation();
        for (String act : List.of("approve", "return"))
            foreignHead
                    .body(Map.of("remarks", "超出权限"))
                    .post("/api/intake/v1/quotations/" + quotation + "/" + act)
                    .then()
                    .statusCode(403)
                    .body("code", is("approval-not-yours"))
                    .body("detail", containsString(IntakeFixture.HEAD));
        UUID order = intake.draftOrder("50000");
        sales().body(evidence())
                .post(ORDERS + order + "/request-approval")
                .then()
                .statusCode(200);
        for (String act : List.of("approve", "disapprove"))
            foreignHead
                    .body(Map.of("reason", "越权"))
                    .post(ORDERS + order + "/" + act)
                    .then()
                    .statusCode(403)
                    .body("code", is("approval-not-yours"))
                    .body("detail", containsString(IntakeFixture.SUPERVISOR));
        foreignHead
                .body(Map.of("reason", "越权"))
                .post(ORDERS + order + "/cancel")
                .then()
                .statusCode(403)
                .body("code", is("not-a-superior"))
                .body("detail", containsString(IntakeFixture.SALES));
        sales().get(ORDERS + order).then().body("status", is("PENDING_APPROVAL"));
        assertThat(told.about(order)).isEmpty();
    }

    @Test
    @Requirement("INT-14")
    void anOrderIsHandedInToAMerchandiserOnly() {
        UUID order = intake.confirmedOrder();
        sales().body(Map.of("merchandiser", IntakeFixture.HEAD))
                .post(ORDERS + order + "/hand-in")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("merchandiser"))
                .body("errors[0].code", is("lacks-role"));
    }

    @Test
    @Requirement({"INT-14", "INT-15", "QUO-06", "INT-46"})
    void anOrderIsReleasedOnceCheckedReviewedAndUnderContract() {
        UUID id = intake.handedOverOrder();
        var merchandiser = Tokens.as(IntakeFixture.MERCH, "MERCH");

        merchandiser.post(ORDERS + id + "/release").then().statusCode(422).body("code", is("order-not-checked"));

        json(merchandiser)
                .body(Map.of("outcome", "ACCEPTED", "itemsInOrder", Set.of("complete", "clear", "conforms")))
                .post(ORDERS + id + "/check")
                .then()
                .statusCode(200);
        merchandiser.post(ORDERS + id + "/release").then().statusCode(422).body("code", is("order-review-not-passed"));

        json(merchandiser)
                .body(Map.of("criteria", Map.of("quantity", true, "delivery-date", true, "quality", true)))
                .post(ORDERS + id + "/review")
                .then()
                .statusCode(200);
        merchandiser.post(ORDERS + id + "/release").then().statusCode(422).body("code", is("contract-not-effective"));

        intake.contractBecomesEffective(id);
        merchandiser.post(ORDERS + id + "/release").then().statusCode(200).body("status", is("RELEASED"));

        assertThat(told.about(id))
                .containsExactly(
                        "intake.order.confirmed.v1", "intake.order.handed-over.v1", "intake.order.released.v1");
    }

    @Test
    @Requirement("INF-10")
    void aCustomerSeesHisOwnOrdersAndNothingOfOthers() {
        UUID id = intake.draftOrder("1000");

        Tokens.as("foreign.customer", "CUST")
                .get(ORDERS + id)
                .then()
                .statusCode(404)
                .body("code", is("not-found"));
        Tokens.as("foreign.customer", "CUST").get(ORDERS).then().statusCode(200).body("items.size()", is(0));
    }

    @Test
    void whoHasNoGoodTokenOrRoleIsTurnedAway() {
        UUID id = intake.draftOrder("1000");
        for (String bad : new String[] {
            Tokens.expired(IntakeFixture.SALES, "SALES"),
            Tokens.forAnotherAudience(IntakeFixture.SALES, "SALES"),
            Tokens.ofAnotherIssuer(IntakeFixture.SALES, "SALES"),
            Tokens.forged(IntakeFixture.SALES, "SALES")
        })
            io.restassured.RestAssured.given()
                    .auth()
                    .oauth2(bad)
                    .get(ORDERS + id)
                    .then()
                    .statusCode(401)
                    .body("code", is("not-signed-in"));
        Tokens.as("hr.person", "HR").get(ORDERS + id).then().statusCode(403).body("code", is("role-missing"));
    }

    @Test
    void badInputIsNamedFieldByFieldInTheCallersLanguage() {
        json(Tokens.as(IntakeFixture.SALES, "SALES"))
                .header("Accept-Language", "en")
                .body("{\"quotationId\":\"not-a-uuid\",\"terms\":null}")
                .post(ORDERS)
                .then()
                .statusCode(400)
                .body("code", is("invalid"))
                .body("errors.field", hasItem("quotationId"));
        json(Tokens.as(IntakeFixture.SALES, "SALES"))
                .body("{\"quotationId\":\"0190c6a0-0000-7000-8000-000000000000\",\"terms\":{\"deliveryPlace\":\" \"}}")
                .post(ORDERS)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("terms.deliveryPlace"))
                .body("errors.field", hasItem("terms.deliveryDate"));
    }
}
