package io.gendan.intake.approval;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.gendan.intake.IntakeFixture;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.gendan.intake.IntakeFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** How an order beyond authority is approved, and how one might try to get round it. */
@QuarkusTest
class OrderApprovalTest extends Department {
    @Test
    @Requirement("INT-18")
    void anOrderApprovedOnOtherTermsHasToBeApprovedAgain() {
        UUID order = intake.draftOrder("6000");
        requestApproval(order);
        String old = orderAs(IntakeFixture.SUPERVISOR, "SUPV", order).extract().path("checksum");
        post(IntakeFixture.SUPERVISOR, "SUPV", ORDERS + order + "/disapprove", Map.of("reason", "账期过长"))
                .statusCode(200)
                .body("status", is("DRAFT"));
        var terms = new HashMap<>(IntakeFixture.terms());
        terms.put("paymentTerms", "货到付款");
        json(Tokens.as(IntakeFixture.SALES, "SALES"))
                .body(terms)
                .put(ORDERS + order + "/terms")
                .then()
                .statusCode(200);
        requestApproval(order);

        post(IntakeFixture.SUPERVISOR, "SUPV", ORDERS + order + "/approve?checksum=" + old, null)
                .statusCode(409)
                .body("code", is("approval-content-changed"));
        String now = orderAs(IntakeFixture.SUPERVISOR, "SUPV", order)
                .body("checksum", not(old))
                .extract()
                .path("checksum");
        post(IntakeFixture.SUPERVISOR, "SUPV", ORDERS + order + "/approve?checksum=" + now, null)
                .statusCode(200)
                .body("status", is("CONFIRMED"));
        orderAs(IntakeFixture.SUPERVISOR, "SUPV", order).body("checksum", nullValue());
    }

    @Test
    @Requirement({"INT-18", "ORG-12"})
    void theOrderTakerIsRefusedOnHisOwnOrderHimselfAsASubstituteAndByHisOwn() {
        UUID order = ownOrder();
        String path = APPROVALS + approvalOf(order) + "/approve";

        post(author, "SALES", path, Map.of()).statusCode(422).body("code", is("order-taker-cannot-approve"));
        post(author, "SUPV", ORDERS + order + "/approve", null)
                .statusCode(422)
                .body("code", is("order-taker-cannot-approve"))
                .body("rule", is("intake.approval.separation"))
                .body("clause", is("000 §3.1"));
        absent("head", "leader", "HEAD", "author"); // as his superior's substitute
        post(author, "SALES", path, Map.of()).statusCode(422).body("code", is("order-taker-cannot-approve"));
        as(author, "SALES").get(APPROVALS + "?waitingForMe=true").then().body("items", empty());
        person("deputy", "leader", "SALES");
        absent("author", "head", "SALES", "deputy"); // by a substitute of himself
        post(named("deputy"), "SALES", path, Map.of()).statusCode(422).body("code", is("order-beyond-approval-limit"));
        orderAs(leader, "LEAD", order).body("status", is("PENDING_APPROVAL"));

        absent("head", "leader", "HEAD", "deputy");
        post(named("deputy"), "SALES", path, Map.of()).statusCode(200);
        orderAs(leader, "LEAD", order).body("status", is("CONFIRMED")).body("approver", is(named("deputy")));
    }

    @Test
    @Requirement("INT-18")
    void whoAskedForTheApprovalOfAnOrderDoesNotGiveIt() {
        person("deputy", "leader", "SALES");
        absent("head", "leader", "HEAD", "deputy");
        UUID order = ownOrder();
        post(author, "SALES", APPROVALS + approvalOf(order) + "/withdraw", Map.of("reason", "补充"))
                .statusCode(200);
        post(named("deputy"), "SALES", ORDERS + order + "/request-approval", IntakeFixture.evidence())
                .statusCode(200);

        post(named("deputy"), "SALES", APPROVALS + approvalOf(order) + "/approve", Map.of())
                .statusCode(403)
                .body("code", is("approval-part-taken"));
        orderAs(leader, "LEAD", order).body("status", is("PENDING_APPROVAL"));
    }

    @Test
    @Requirement({"ORG-10", "INT-18"})
    void whoTakesOverAnOrderThatWaitsIsAnsweredByHisOwnSuperiorsAndTheFormerTakerStaysExcluded() {
        person("chief", "leader", "HEAD");
        person("successor", "chief", "SALES");
        UUID order = ownOrder();
        String before = approvalOf(order);
        post(leader, "LEAD", ORDERS + order + "/reassign", Map.of("to", named("successor"), "reason", "长期休假"))
                .statusCode(200)
                .body("orderTaker", is(named("successor")))
                .body("status", is("PENDING_APPROVAL"));

        as(leader, "LEAD").get(APPROVALS + before).then().body("status", is("VOID"));
        post(head, "HEAD", APPROVALS + before + "/approve", Map.of()).statusCode(409);
        as(head, "HEAD").get(APPROVALS + "?waitingForMe=true").then().body("items", empty());
        absent("chief", "leader", "HEAD", "author");
        post(author, "SALES", APPROVALS + approvalOf(order) + "/approve", Map.of())
                .statusCode(403)
                .body("code", is("approval-part-taken"));
        post(named("chief"), "HEAD", APPROVALS + approvalOf(order) + "/approve", Map.of())
                .statusCode(200);
        orderAs(leader, "LEAD", order).body("status", is("CONFIRMED")).body("approver", is(named("chief")));
    }

    @Test
    @Requirement({"ORG-10", "INT-18"})
    void whoPutsASuccessorInChargeHasNoPartInTheOrderAndApprovesItAsBefore() {
        person("successor", "head", "SALES");
        UUID order = ownOrder();
        post(head, "HEAD", ORDERS + order + "/reassign", Map.of("to", named("successor"), "reason", "长期休假"))
                .statusCode(200);

        as(head, "HEAD").get(APPROVALS + "?waitingForMe=true").then().body("items.id", contains(approvalOf(order)));
        post(head, "HEAD", APPROVALS + approvalOf(order) + "/withdraw", Map.of("reason", "不是本人提交"))
                .statusCode(403)
                .body("code", is("approval-not-the-author"));
        post(head, "HEAD", APPROVALS + approvalOf(order) + "/approve", Map.of()).statusCode(200);
        orderAs(leader, "LEAD", order).body("status", is("CONFIRMED")).body("approver", is(head));
    }

    @Test
    @Requirement("INT-18")
    void whoIsAddedToAnOrderNeedsNoAuthorityOverOrders() {
        person("expert", "leader", "FIN");
        UUID order = ownOrder();
        String path = APPROVALS + approvalOf(order);
        post(head, "HEAD", path + "/add-approver", Map.of("username", named("expert"), "reason", "信用"))
                .statusCode(200);

        post(head, "HEAD", path + "/approve", Map.of()).statusCode(200).body("status", is("OPEN"));
        post(named("expert"), "FIN", path + "/approve", Map.of())
                .statusCode(200)
                .body("status", is("APPROVED"));

        orderAs(leader, "LEAD", order).body("status", is("CONFIRMED")).body("approver", is(head));
    }

    @Test
    @Requirement({"INT-17", "INT-18"})
    void anOrderHandedInAgainUnderASmallerAmountIsMarked() {
        UUID customer = intake.customer();
        UUID refused = intake.draftOrder(customer, "6000"); // 60,000 of 50,000
        requestApproval(refused);
        post(IntakeFixture.SUPERVISOR, "SUPV", ORDERS + refused + "/disapprove", Map.of("reason", "账期过长"))
                .statusCode(200);

        UUID smaller = intake.draftOrder(customer, "4000");

        orderAs(IntakeFixture.SUPERVISOR, "SUPV", smaller).body("split.together.amount", is("100000.00"));
        assertThat(told.rulingsOn(smaller)).containsExactly("intake.authority.split MARKED");
        post(IntakeFixture.SUPERVISOR, "SUPV", ORDERS + smaller + "/approve", null)
                .statusCode(409)
                .body("code", is("approval-not-asked-for"));
    }

    @Test
    @Requirement("INT-18")
    void aCanceledOrderWaitsForNobody() {
        UUID order = intake.draftOrder("6000");
        requestApproval(order);
        post(IntakeFixture.SUPERVISOR, "SUPV", ORDERS + order + "/cancel", Map.of("reason", "客户撤单"))
                .statusCode(200);

        post(IntakeFixture.SUPERVISOR, "SUPV", ORDERS + order + "/approve", null)
                .statusCode(409);
        assertThat(tasks(order)).containsExactly(IntakeFixture.SUPERVISOR + " WITHDRAWN");
    }

    @Test
    @Requirement({"INT-17", "INT-18"})
    void ordersOfOneCustomerThatExceedTheAuthorityTogetherAreMarkedAndShown() {
        String portal = named("customer");
        UUID customer = intake.customer(portal);
        UUID first = intake.draftOrder(customer, "4000"); // 40,000 of 50,000
        UUID second = intake.draftOrder(customer, "1000.10");

        orderAs(IntakeFixture.SALES, "SALES", first).body("split", nullValue());
        orderAs(IntakeFixture.SUPERVISOR, "SUPV", second)
                .body("split.together.amount", is("50001.00"))
                .body("split.authority.amount", is("50000.00"));
        orderAs(portal, "CUST", second).body("split", nullValue());
        assertThat(told.rulingsOn(first)).isEmpty();
        assertThat(told.rulingsOn(second)).containsExactly("intake.authority.split MARKED");
    }
}
