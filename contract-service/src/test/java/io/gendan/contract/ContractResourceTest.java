package io.gendan.contract;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.gendan.contract.ContractFixture.Deal;
import io.gendan.core.store.Ids;
import io.gendan.events.contract.ContractEvent;
import io.gendan.events.intake.OrderEvent.OrderCanceled;
import io.gendan.testing.Replay;
import io.gendan.testing.Requirement;
import io.gendan.testing.Told;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.gendan.contract.ContractFixture.BIZ;
import static io.gendan.contract.ContractFixture.CONTRACTS;
import static io.gendan.contract.ContractFixture.FOREIGN_HEAD;
import static io.gendan.contract.ContractFixture.HEAD;
import static io.gendan.contract.ContractFixture.LEADER;
import static io.gendan.contract.ContractFixture.LEGAL;
import static io.gendan.contract.ContractFixture.SALES;
import static io.gendan.contract.ContractFixture.SEAL_HOLDER;
import static io.gendan.contract.ContractFixture.as;
import static io.gendan.contract.ContractFixture.clauses;
import static io.gendan.contract.ContractFixture.post;
import static io.gendan.contract.ContractFixture.seal;
import static io.gendan.contract.ContractFixture.signature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class ContractResourceTest {
    @Inject
    ContractFixture contracts;

    @Inject
    Told told;

    @Inject
    DataSource database;

    @Test
    @Requirement({"CON-03", "CON-04"})
    void aDraftIsFilledFromTheConfirmedOrder() {
        Deal deal = contracts.deal();

        UUID id = contracts.draft(deal);

        as(BIZ, "BIZ")
                .get(CONTRACTS + id)
                .then()
                .statusCode(200)
                .body("number", matchesPattern("HT-\\d{4}-\\d{6}"))
                .body("status", is("DRAFT"))
                .body("draftedBy", is(BIZ))
                .body("draftedAt", notNullValue())
                .body("text.customer", is("华东机械有限公司"))
                .body("text.items[0].description", is("减速机 R57"))
                .body("text.price.amount", is("10000.00"))
                .body("text.deliveryDate", is("2027-01-20"))
                .body("text.paymentTerms", is("预付30%，验收后付清"))
                .body("differences", empty());
        assertThat(told.about(deal.order())).containsExactly("contract.contract.drafted.v1");
        assertThat(told.rulingsOn(id)).containsExactly("contract.drafters ALLOWED");
    }

    @Test
    @Requirement({"CON-06", "CON-08", "CON-11", "CON-12", "CON-13"})
    void signedAndSealedByBothSidesItIsEffectiveAndSaysSoOnce() {
        Deal deal = contracts.deal();
        UUID id = contracts.approved(deal);
        String checksum = as(BIZ, "BIZ").get(CONTRACTS + id).then().extract().path("textChecksum");

        post(as(SEAL_HOLDER, "SEAL").body(seal()), id, "seal").statusCode(200).body("status", is("SEALED_OURS"));
        post(as(HEAD, "HEAD").body(signature("OURS")), id, "sign").statusCode(200);
        post(as(deal.portal(), "CUST").body(signature("CUSTOMER")), id, "sign")
                .statusCode(200)
                .body("status", is("EFFECTIVE"))
                .body("approvals", empty());

        assertThat(told.about(deal.order()))
                .containsExactly(
                        "contract.contract.drafted.v1",
                        "contract.contract.approved.v1",
                        "contract.contract.effective.v1");
        assertThat(told.bodies(deal.order(), ContractEvent.ContractApproved.class))
                .singleElement()
                .asString()
                .contains(checksum);
        as(HEAD, "HEAD")
                .get(CONTRACTS + id)
                .then()
                .body("approvals.step", contains("LEGAL", "HEAD", "LEAD"))
                .body("approvals.by", contains(LEGAL, HEAD, LEADER))
                .body("signatures.side", containsInAnyOrder("OURS", "CUSTOMER"))
                .body("effectiveAt", notNullValue());
        as(SEAL_HOLDER, "SEAL")
                .get("/api/contract/v1/seal-uses?contractId=" + id)
                .then()
                .statusCode(200)
                .body("items.size()", is(1))
                .body("items[0].seal", is("CONTRACT"))
                .body("items[0].copies", is(2))
                .body("items[0].holder", is(SEAL_HOLDER))
                .body("items[0].applicant", is(BIZ))
                .body("items[0].textChecksum", is(checksum));
        assertThat(told.rulingsOn(id)).contains("contract.seal ALLOWED", "contract.effect ALLOWED");
        Replay.comesToTheSame("/api/contract/v1/", id);
    }

    @Test
    @Requirement("CON-12")
    void sealingLastMakesItEffectiveAtOnce() {
        Deal deal = contracts.deal();
        UUID id = contracts.approved(deal);
        post(as(deal.portal(), "CUST").body(signature("CUSTOMER")), id, "sign").statusCode(200);
        post(as(HEAD, "HEAD").body(signature("OURS")), id, "sign")
                .statusCode(200)
                .body("status", is("APPROVED"));

        post(as(SEAL_HOLDER, "SEAL").body(seal()), id, "seal").statusCode(200).body("status", is("EFFECTIVE"));
    }

    @Test
    @Requirement("CON-02")
    void aSubmissionWithoutAMandatoryClauseIsRefusedAndNamesIt() {
        Deal deal = contracts.deal();
        var incomplete = clauses();
        incomplete.put("breach-liability", " ");
        UUID id = contracts.draft(deal);
        as(BIZ, "BIZ")
                .body(Map.of("clauses", incomplete))
                .put(CONTRACTS + id + "/clauses")
                .then()
                .statusCode(200);

        post(as(BIZ, "BIZ"), id, "submit")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", is("contract-clauses-missing"))
                .body("detail", containsString("liability for breach"))
                .body("rule", is("contract.mandatory-clauses"))
                .body("clause", is("000 §2.3"))
                .body("ruling", notNullValue());

        as(BIZ, "BIZ").get(CONTRACTS + id).then().body("status", is("DRAFT"));
        assertThat(told.about(deal.order())).containsExactly("contract.contract.drafted.v1");
        assertThat(told.rulingsOn(id)).contains("contract.mandatory-clauses REFUSED");
    }

    @Test
    @Requirement("CON-04")
    void whoseRoleTheRuleDoesNotNameDoesNotDraft() {
        Deal deal = contracts.deal();

        as("zhou.ting", "MERCH")
                .body(Map.of("orderId", deal.order(), "clauses", clauses()))
                .post(CONTRACTS)
                .then()
                .statusCode(422)
                .body("rule", is("contract.drafters"))
                .body("clause", is("001 §5.1"));

        assertThat(told.about(deal.order())).isEmpty();
        as(BIZ, "BIZ").get(CONTRACTS + "?orderId=" + deal.order()).then().body("items", empty());
    }

    @Test
    @Requirement("CON-09")
    void theDrafterDoesNotReviewHisOwnContract() {
        Deal deal = contracts.deal();
        UUID id = contracts.inLegalReview(deal);

        post(as(BIZ, "LEGAL"), id, "legal-approve")
                .statusCode(422)
                .body("rule", is("contract.separation"))
                .body("detail", containsString("legal reviewer"));

        as(BIZ, "BIZ").get(CONTRACTS + id).then().body("status", is("LEGAL_REVIEW"));
    }

    @Test
    @Requirement("CON-08")
    void theHeadOfAnotherDepartmentNeitherSignsOffNorReturns() {
        Deal deal = contracts.deal();
        UUID id = contracts.inHeadSignOff(deal);

        post(as(FOREIGN_HEAD, "HEAD"), id, "sign-off").statusCode(403).body("code", is("approval-not-yours"));
        post(as(FOREIGN_HEAD, "HEAD").body(Map.of("remarks", "价格条款")), id, "return")
                .statusCode(403)
                .body("code", is("approval-not-yours"));
        as(HEAD, "HEAD").get(ContractFixture.CONTRACTS + id).then().body("approvals.step", contains("LEGAL"));
    }

    @Test
    @Requirement("CON-08")
    void theLeaderWaitsForTheHeadAndAReturnStartsAgain() {
        Deal deal = contracts.deal();
        UUID id = contracts.inHeadSignOff(deal);

        post(as(LEADER, "LEAD"), id, "sign-off").statusCode(422).body("rule", is("contract.signoff"));
        post(as(LEADER, "LEAD").body(Map.of("remarks", "价格条款")), id, "return")
                .statusCode(422)
                .body("code", is("contract-not-your-step"));
        post(as(HEAD, "HEAD").body(Map.of("remarks", "违约责任不清")), id, "return")
                .statusCode(200)
                .body("status", is("DRAFT"))
                .body("approvals", empty())
                .body("remarks", is("违约责任不清"));

        assertThat(told.about(deal.order())).endsWith("contract.contract.returned.v1");
        post(as(HEAD, "HEAD"), id, "sign-off").statusCode(409).body("code", is("illegal-move"));
    }

    @Test
    @Requirement({"CON-06", "CON-08"})
    void remarksStandByClauseAndWhatWasReadBeforeTheChangeIsNotApproved() {
        Deal deal = contracts.deal();
        UUID id = contracts.inLegalReview(deal);
        String old = textChecksum(id);
        post(
                        as(LEGAL, "LEGAL")
                                .body(Map.of("remarks", "请修改", "clauses", Map.of("breach-liability", "违约金过高"))),
                        id,
                        "return")
                .statusCode(200)
                .body("status", is("DRAFT"))
                .body("remarks", is("请修改\nbreach-liability: 违约金过高"));
        var changed = clauses();
        changed.put("breach-liability", "逾期每日万分之一");
        as(BIZ, "BIZ")
                .body(Map.of("clauses", changed))
                .put(CONTRACTS + id + "/clauses")
                .then()
                .statusCode(200);
        post(as(BIZ, "BIZ"), id, "submit").statusCode(200);

        post(as(LEGAL, "LEGAL"), id, "legal-approve?checksum=" + old)
                .statusCode(409)
                .body("code", is("approval-content-changed"));
        post(as(LEGAL, "LEGAL"), id, "legal-approve?checksum=" + textChecksum(id))
                .statusCode(200)
                .body("status", is("HEAD_SIGNOFF"));

        as(BIZ, "BIZ")
                .get("/api/contract/v1/approvals?recordId=" + id)
                .then()
                .statusCode(200)
                .body("items.status", contains("OPEN", "RETURNED"))
                .body("items[0].waiting", contains(HEAD));
        String returned = as(BIZ, "BIZ")
                .get("/api/contract/v1/approvals?status=RETURNED&recordId=" + id)
                .then()
                .extract()
                .path("items[0].id");
        as(BIZ, "BIZ")
                .get("/api/contract/v1/approvals/" + returned + "/protocol")
                .then()
                .body("entries.what", contains("SUBMITTED", "ASKED", "RETURNED"))
                .body("entries[2].remarks.field", contains(null, "breach-liability"));
    }

    @Test
    @Requirement("CON-08")
    void theLeadersReturnVoidsAllApprovals() {
        UUID id = contracts.inHeadSignOff(contracts.deal());
        post(as(HEAD, "HEAD"), id, "sign-off")
                .statusCode(200)
                .body("status", is("LEAD_SIGNOFF"))
                .body("approvals.step", contains("LEGAL", "HEAD"));

        post(as(LEADER, "LEAD").body(Map.of("remarks", "付款条件")), id, "return")
                .statusCode(200)
                .body("status", is("DRAFT"))
                .body("approvals", empty());

        post(as(BIZ, "BIZ"), id, "submit").statusCode(200).body("approvals", empty());
        post(as(LEGAL, "LEGAL"), id, "legal-approve")
                .statusCode(200)
                .body("status", is("HEAD_SIGNOFF"))
                .body("approvals.step", contains("LEGAL"));
    }

    @Test
    @Requirement("CON-08")
    void whatAllAgreedToIsTakenBackByItsOwnSuperiorsOnly() {
        UUID id = contracts.approved(contracts.deal());
        var remarks = Map.of("remarks", "数量有变");

        post(as(LEGAL, "LEGAL").body(remarks), id, "return")
                .statusCode(403)
                .body("code", is("contract-not-yours-to-return"));
        post(as(FOREIGN_HEAD, "HEAD").body(remarks), id, "return")
                .statusCode(403)
                .body("code", is("not-a-superior"));
        as(HEAD, "HEAD")
                .get(CONTRACTS + id)
                .then()
                .body("status", is("APPROVED"))
                .body("approvals.step", contains("LEGAL", "HEAD", "LEAD"));
        post(as(HEAD, "HEAD").body(remarks), id, "return").statusCode(200).body("status", is("DRAFT"));
    }

    @Test
    @Requirement("CON-08")
    void whatAllAgreedToIsVoidOnceItIsTakenBack() {
        Deal deal = contracts.deal();
        UUID id = contracts.approved(deal);

        post(as(BIZ, "BIZ").body(Map.of("remarks", "数量有变")), id, "return")
                .statusCode(200)
                .body("approvals", empty());
        as(BIZ, "BIZ").get("/api/contract/v1/approvals?recordId=" + id).then().body("items.status", contains("VOID"));
        post(as(BIZ, "BIZ"), id, "submit").statusCode(200).body("status", is("LEGAL_REVIEW"));
        post(as(SEAL_HOLDER, "SEAL").body(seal()), id, "seal").statusCode(422).body("rule", is("contract.seal"));
    }

    @Test
    @Requirement("CON-08")
    void whoIsAddedToASignOffNeedsNoOfficeInItAndIsHeldToTheSameSeparation() {
        UUID id = contracts.inHeadSignOff(contracts.deal());
        contracts.register(BIZ, HEAD, "BIZ", null);
        contracts.register(FOREIGN_HEAD, LEADER, "HEAD", null);
        String approval = as(HEAD, "HEAD")
                .get("/api/contract/v1/approvals?recordId=" + id)
                .then()
                .extract()
                .path("items[0].id");
        String path = "/api/contract/v1/approvals/" + approval;
        for (String taken : new String[] {BIZ, LEGAL})
            as(HEAD, "HEAD")
                    .body(Map.of("username", taken, "reason", "复核"))
                    .post(path + "/add-approver")
                    .then()
                    .statusCode(400)
                    .body("errors.code", contains("has-another-part"));
        as(HEAD, "HEAD")
                .body(Map.of("username", FOREIGN_HEAD, "reason", "复核"))
                .post(path + "/add-approver")
                .then()
                .statusCode(200);
        post(as(HEAD, "HEAD"), id, "sign-off").statusCode(200).body("status", is("HEAD_SIGNOFF"));

        as(FOREIGN_HEAD, "FIN").body("{}").post(path + "/approve").then().statusCode(200);

        as(HEAD, "HEAD").get(CONTRACTS + id).then().body("status", is("LEAD_SIGNOFF"));
    }

    @Test
    void aContractWhoseOrderWasCanceledIsApprovedOnNoWay() {
        Deal deal = contracts.deal();
        UUID id = contracts.inLegalReview(deal);
        contracts.send("intake-orders", new OrderCanceled(deal.order(), "客户取消", "wu.gang", java.time.Instant.now()));
        await().untilAsserted(() ->
                post(as(LEGAL, "LEGAL"), id, "legal-approve").statusCode(422).body("code", is("order-withdrawn")));
        String approval = as(LEGAL, "LEGAL")
                .get("/api/contract/v1/approvals?recordId=" + id)
                .then()
                .extract()
                .path("items[0].id");

        as(LEGAL, "LEGAL")
                .body("{}")
                .post("/api/contract/v1/approvals/" + approval + "/approve")
                .then()
                .statusCode(422)
                .body("code", is("order-withdrawn"));
        as(BIZ, "BIZ").get(CONTRACTS + id).then().body("status", is("LEGAL_REVIEW"));
    }

    @Test
    @Requirement({"CON-09", "ORG-12"})
    void aSubstituteIsHeldToTheSameSeparation() {
        Deal deal = contracts.deal();
        contracts.register(LEGAL, LEADER, "LEGAL", BIZ);
        try {
            UUID id = contracts.inLegalReview(deal);
            post(as(BIZ, "LEGAL"), id, "legal-approve").statusCode(422).body("rule", is("contract.separation"));

            contracts.register(LEGAL, LEADER, "LEGAL", FOREIGN_HEAD);
            post(as(FOREIGN_HEAD, "LEGAL"), id, "legal-approve")
                    .statusCode(200)
                    .body("approvals[0].by", is(FOREIGN_HEAD))
                    .body("approvals[0].forWhom", is(LEGAL));
        } finally {
            contracts.register(LEGAL, LEADER, "LEGAL", null);
        }
    }

    private static String textChecksum(UUID id) {
        return as(BIZ, "BIZ").get(CONTRACTS + id).then().extract().path("textChecksum");
    }

    @Test
    @Requirement("CON-12")
    void aTextChangedBehindTheApprovalsIsNotSealed() throws SQLException {
        Deal deal = contracts.deal();
        UUID id = contracts.approved(deal);
        try (var connection = database.getConnection();
                var tamper = connection.prepareStatement(
                        "update contract set text = jsonb_set(text, '{paymentTerms}', '\"货到付款\"') where id = ?")) {
            tamper.setObject(1, id);
            assertThat(tamper.executeUpdate()).isEqualTo(1);
        }

        post(as(SEAL_HOLDER, "SEAL").body(seal()), id, "seal")
                .statusCode(422)
                .body("rule", is("contract.seal"))
                .body("clause", is("001 §5.2"))
                .body("detail", containsString("the present text"));

        as(SEAL_HOLDER, "SEAL")
                .get("/api/contract/v1/seal-uses?contractId=" + id)
                .then()
                .body("items", empty());
    }

    @Test
    @Requirement("CON-03")
    void whatDiffersFromTheOrderIsShownToEveryReviewer() {
        Deal deal = contracts.deal();
        UUID id = UUID.fromString(as(SALES, "SALES")
                .body(Map.of(
                        "orderId", deal.order(), "clauses", clauses(), "departure", Map.of("deliveryPlace", "苏州工业园区")))
                .post(CONTRACTS)
                .then()
                .statusCode(201)
                .body("differences.term", contains("delivery"))
                .extract()
                .path("id"));
        contracts.send("intake-orders", ContractFixture.confirmed(deal, "预付50%"));

        await().untilAsserted(() -> as(LEGAL, "LEGAL")
                .get(CONTRACTS + id)
                .then()
                .body("differences.term", contains("delivery", "payment"))
                .body("differences[0].inContract", containsString("苏州"))
                .body("differences[1].inOrder", is("预付50%")));
        post(as(SALES, "SALES"), id, "submit").statusCode(200).body("legalDue", notNullValue());
        assertThat(told.rulingsOn(id)).contains("contract.order-match MARKED", "contract.legal.limit DEADLINE_SET");
        Replay.comesToTheSame("/api/contract/v1/", id);
    }

    @Test
    @Requirement({"SEC-08", "INF-10"})
    void customersSeeTheirOwnContractOnceItIsAgreedInsideAndOrderTakersTheirOwn() {
        Deal deal = contracts.deal();
        Deal other = contracts.deal();
        UUID id = contracts.inHeadSignOff(deal);
        contracts.draft(other);

        as(deal.portal(), "CUST").get(CONTRACTS + id).then().statusCode(404);
        as(SALES, "SALES").get(CONTRACTS + id).then().statusCode(200);
        as("qian.hui", "SALES").get(CONTRACTS + id).then().statusCode(404);
        as("qian.hui", "SALES").get(CONTRACTS).then().body("items", empty());
        post(as(HEAD, "HEAD"), id, "sign-off").statusCode(200);
        post(as(LEADER, "LEAD"), id, "sign-off").statusCode(200);

        as(deal.portal(), "CUST")
                .get(CONTRACTS + id)
                .then()
                .statusCode(200)
                .body("approvals", empty())
                .body("draftedBy", nullValue());
        as(deal.portal(), "CUST").get(CONTRACTS).then().body("items.id", contains(id.toString()));
        as(other.portal(), "CUST").get(CONTRACTS + id).then().statusCode(404).body("code", is("not-found"));
        post(as(other.portal(), "CUST").body(signature("CUSTOMER")), id, "sign").statusCode(404);
        post(as(deal.portal(), "CUST").body(signature("OURS")), id, "sign")
                .statusCode(403)
                .body("code", is("signatory-not-authorized"));
    }

    @Test
    @Requirement("CON-11")
    void aSalesPersonSignsForUsOnlyWhenAuthorized() {
        UUID id = contracts.approved(contracts.deal());

        post(as(SALES, "SALES").body(signature("OURS")), id, "sign").statusCode(403);
        post(as(LEADER, "LEAD").body(Map.of("signatory", SALES)), id, "authorize-signatory")
                .statusCode(200);
        post(as(SALES, "SALES").body(signature("OURS")), id, "sign")
                .statusCode(200)
                .body("signatures.side", contains("OURS"));
        post(as(HEAD, "HEAD").body(signature("OURS")), id, "sign")
                .statusCode(409)
                .body("code", is("contract-signed-already"));
    }

    @Test
    void anOrderHasOneContractAndACanceledOneNone() {
        Deal deal = contracts.deal();
        UUID id = contracts.draft(deal);
        as(BIZ, "BIZ")
                .body(Map.of("orderId", deal.order(), "clauses", clauses()))
                .post(CONTRACTS)
                .then()
                .statusCode(409)
                .body("code", is("order-has-contract"));

        contracts.send("intake-orders", new OrderCanceled(deal.order(), "客户取消", "wu.gang", java.time.Instant.now()));

        await().untilAsserted(
                        () -> post(as(BIZ, "BIZ"), id, "submit").statusCode(422).body("code", is("order-withdrawn")));
        assertThat(told.about(deal.order())).containsExactly("contract.contract.drafted.v1");
    }

    @Test
    void aRepeatWithTheSameKeyDraftsOnce() {
        Deal deal = contracts.deal();
        String key = "draft-" + deal.order();
        var body = Map.of("orderId", deal.order(), "clauses", clauses());

        String first = as(BIZ, "BIZ")
                .header("Idempotency-Key", key)
                .body(body)
                .post(CONTRACTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(BIZ, "BIZ")
                .header("Idempotency-Key", key)
                .body(body)
                .post(CONTRACTS)
                .then()
                .body("id", is(first));

        assertThat(told.about(deal.order())).hasSize(1);
    }

    @Test
    void badInputIsNamedFieldByField() {
        as(BIZ, "BIZ")
                .body(Map.of("orderId", Ids.next(), "clauses", clauses()))
                .post(CONTRACTS)
                .then()
                .statusCode(400)
                .body("errors.field", contains("orderId"));
        as(BIZ, "BIZ")
                .body("{\"clauses\":null}")
                .post(CONTRACTS)
                .then()
                .statusCode(400)
                .body("code", is("invalid"));
        UUID id = contracts.approved(contracts.deal());
        post(as(SEAL_HOLDER, "SEAL").body(Map.of("seal", "CONTRACT", "copies", 0)), id, "seal")
                .statusCode(400)
                .body("errors.field", hasItem("copies"));
        post(as(SEAL_HOLDER, "SEAL").body(Map.of("seal", "PRIVATE", "copies", 1)), id, "seal")
                .statusCode(400);
        var unproved = new java.util.HashMap<>(signature("CUSTOMER"));
        unproved.remove("evidence");
        post(as(SALES, "SALES").body(unproved), id, "sign").statusCode(400).body("errors.field", contains("evidence"));
        unproved.put("signedOn", "2999-01-01");
        unproved.put("evidence", "扫描件");
        post(as(SALES, "SALES").body(unproved), id, "sign").statusCode(400).body("errors.field", contains("signedOn"));
    }

    @Test
    void everyActIsClosedToRolesThatHaveNoPartInIt() {
        UUID id = contracts.inLegalReview(contracts.deal());
        for (String[] act : new String[][] {
            {"submit", "LEGAL"},
            {"legal-approve", "BIZ"},
            {"sign-off", "LEGAL"},
            {"seal", "HEAD"},
            {"return", "SALES"},
            {"sign", "SEAL"},
            {"authorize-signatory", "HEAD"},
            {"schedule", "MERCH"},
            {"invoices", "BIZ"},
            {"receipts", "SALES"}
        }) post(as("some.one", act[1]).body("{}"), id, act[0]).statusCode(403).body("code", is("role-missing"));
        as("some.one", "ADMIN").get(CONTRACTS + id).then().statusCode(403);
        as("some.one", "BIZ").get("/api/contract/v1/seal-uses").then().statusCode(403);
    }
}
