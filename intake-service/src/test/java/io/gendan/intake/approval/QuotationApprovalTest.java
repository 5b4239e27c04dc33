package io.gendan.intake.approval;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import io.gendan.intake.IntakeFixture;
import io.gendan.testing.Requirement;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** How a quotation is approved, and how one might try to get round it. */
@QuarkusTest
class QuotationApprovalTest extends Department {
    @Test
    @Requirement({"QUO-16", "ORG-11", "INF-09"})
    void whoIsAskedFindsItDecidesOnWhatHeReadAndEverybodyReadsWhatHappened() {
        UUID quotation = submitted(null);
        String approval = approvalOf(quotation);
        String checksum = checksumOf(quotation);

        as(head, "HEAD")
                .get(APPROVALS + "?waitingForMe=true&status=OPEN")
                .then()
                .statusCode(200)
                .body("items.id", contains(approval))
                .body("items[0].recordType", is("quotation"))
                .body("items[0].step", is("head"))
                .body("items[0].checksum", is(checksum))
                .body("items[0].steps[0].due", notNullValue());
        assertThat(tasks(quotation)).containsExactly(head + " OPEN");
        as(head, "HEAD")
                .body(Map.of("checksum", checksum, "text", "同意"))
                .post(APPROVALS + approval + "/approve")
                .then()
                .statusCode(200)
                .body("status", is("APPROVED"))
                .body("steps[0].seats[0].approvedBy", is(head))
                .body("waiting", empty());

        read(quotation).body("status", is("APPROVED")).body("approver", is(head));
        assertThat(told.about(quotation)).contains("intake.quotation.approved.v1");
        assertThat(told.rulingsOn(quotation)).contains("quote.approval ALLOWED", "quote.approval.limit DEADLINE_SET");
        assertThat(tasks(quotation)).containsExactly(head + " DONE");
        assertThat(notices(quotation)).containsExactly(author + " approval-approved");
        as(head, "HEAD").get(APPROVALS + "?waitingForMe=true").then().body("items", empty());
        as(author, "BIZ").get(APPROVALS).then().body("items.id", contains(approval));
        as(author, "BIZ")
                .get(APPROVALS + approval + "/protocol")
                .then()
                .statusCode(200)
                .body("entries.what", contains("SUBMITTED", "ASKED", "APPROVED"))
                .body("entries.by", contains(author, author, head))
                .body("entries[1].to", contains(head))
                .body("entries[2].text", is("同意"))
                .body("entries[2].checksum", is(checksum))
                .body("entries[2].forWhom", nullValue());
    }

    @Test
    @Requirement("QUO-16")
    void whatWasReadBeforeItChangedIsNotWhatIsApproved() {
        UUID quotation = submitted(null);
        String approval = approvalOf(quotation);
        String old = checksumOf(quotation);
        as(head, "HEAD")
                .body(Map.of(
                        "checksum", old, "remarks", List.of(Map.of("field", "lines[0].unitPrice", "remark", "过低"))))
                .post(APPROVALS + approval + "/return")
                .then()
                .statusCode(200)
                .body("status", is("RETURNED"));
        read(quotation).body("status", is("RETURNED")).body("remarks", is("lines[0].unitPrice: 过低"));
        as(author, "BIZ")
                .body(IntakeFixture.offer("2000"))
                .put(QUOTATIONS + quotation + "/offer")
                .then()
                .statusCode(200);
        post(author, "BIZ", QUOTATIONS + quotation + "/submit", null).statusCode(200);

        post(head, "HEAD", QUOTATIONS + quotation + "/approve?checksum=" + old, null)
                .statusCode(409)
                .body("code", is("approval-content-changed"));
        post(head, "HEAD", APPROVALS + approval + "/approve", Map.of("checksum", old))
                .statusCode(409)
                .body("code", is("illegal-move"));
        read(quotation).body("status", is("SUBMITTED"));
        post(head, "HEAD", QUOTATIONS + quotation + "/approve?checksum=" + checksumOf(quotation), null)
                .statusCode(200)
                .body("status", is("APPROVED"));
        as(head, "HEAD")
                .get(APPROVALS + "?recordId=" + quotation)
                .then()
                .body("items.status", contains("APPROVED", "RETURNED"));
    }

    @Test
    @Requirement("QUO-16")
    void anApprovedQuotationIsNotEditedAndItsNextVersionIsNotApproved() {
        UUID quotation = submitted(null);
        post(head, "HEAD", QUOTATIONS + quotation + "/approve", null).statusCode(200);

        as(author, "BIZ")
                .body(IntakeFixture.offer("1"))
                .put(QUOTATIONS + quotation + "/offer")
                .then()
                .statusCode(409);
        post(IntakeFixture.SALES, "SALES", QUOTATIONS + quotation + "/send", null)
                .statusCode(200);
        post(IntakeFixture.SALES, "SALES", QUOTATIONS + quotation + "/want-changes", Map.of("remarks", "便宜些"))
                .statusCode(200);
        String revision = as(author, "BIZ")
                .body(IntakeFixture.offer("1"))
                .post(QUOTATIONS + quotation + "/revisions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        post(IntakeFixture.SALES, "SALES", QUOTATIONS + revision + "/send", null)
                .statusCode(422)
                .body("code", is("quotation-not-approved"));
        post(head, "HEAD", QUOTATIONS + revision + "/approve", null)
                .statusCode(409)
                .body("code", is("approval-not-asked-for"));
    }

    @Test
    @Requirement("QUO-15")
    void aLowMarginIsSignedByTheHeadAndThenByTheLevelAbove() {
        UUID quotation = submitted("9500"); // 5 % of 10,000

        post(leader, "LEAD", QUOTATIONS + quotation + "/approve", null)
                .statusCode(403)
                .body("code", is("approval-not-yours"));
        post(head, "HEAD", QUOTATIONS + quotation + "/approve", null)
                .statusCode(200)
                .body("status", is("SUBMITTED"));
        assertThat(tasks(quotation)).containsExactly(head + " DONE", leader + " OPEN");
        post(head, "HEAD", QUOTATIONS + quotation + "/approve", null)
                .statusCode(403)
                .body("code", is("approval-not-yours"))
                .body("detail", containsString(leader));
        post(leader, "LEAD", QUOTATIONS + quotation + "/approve", null)
                .statusCode(200)
                .body("status", is("APPROVED"));

        assertThat(told.rulingsOn(quotation)).contains("quote.margin.minimum ALLOWED");
    }

    @Test
    @Requirement({"QUO-15", "QUO-16"})
    void whoWouldDecideTwoStepsIsAskedOnceAndTheProtocolShowsWhatCountedForWhich() {
        person("author", "leader", "BIZ"); // nobody but the leader stands above him
        UUID quotation = submitted("9500"); // 5 % of 10,000
        String approval = approvalOf(quotation);

        post(leader, "LEAD", QUOTATIONS + quotation + "/approve", null)
                .statusCode(200)
                .body("status", is("APPROVED"))
                .body("approver", is(leader));

        assertThat(tasks(quotation)).containsExactly(leader + " DONE");
        as(author, "BIZ")
                .get(APPROVALS + approval + "/protocol")
                .then()
                .body("entries.what", contains("SUBMITTED", "ASKED", "APPROVED", "COUNTED"))
                .body("entries.step", contains("head", "head", "head", "above-head"))
                .body("entries[3].by", is(leader))
                .body("entries[3].countsFrom", is("head"));
        assertThat(told.rulingsOn(quotation))
                .filteredOn(ruling -> ruling.equals("quote.approval ALLOWED"))
                .as("one for each step")
                .hasSize(2);
        assertThat(told.rulingsOn(quotation)).contains("quote.margin.minimum ALLOWED");
        as(leader, "LEAD")
                .get("/api/intake/v1/deadlines?recordId=" + quotation)
                .then()
                .body("items.code", contains("approve:head"))
                .body("items.status", contains("MET"));
    }

    @Test
    @Requirement({"QUO-15", "QUO-16"})
    void whoIsAddedLastChangesNothingInWhoApprovedIt() {
        person("expert", "leader", "FIN");
        UUID quotation = submitted("9500"); // 5 % of 10,000
        String path = APPROVALS + approvalOf(quotation);
        post(head, "HEAD", path + "/approve", Map.of()).statusCode(200);
        post(leader, "LEAD", path + "/add-approver", Map.of("username", named("expert"), "reason", "成本"))
                .statusCode(200);
        post(leader, "LEAD", path + "/approve", Map.of()).statusCode(200);

        post(named("expert"), "FIN", path + "/approve", Map.of()).statusCode(200);

        read(quotation).body("status", is("APPROVED")).body("approver", is(leader));
    }

    @Test
    @Requirement("QUO-16")
    void ofManyWhoDecideAtOnceOneDoesAndTheOthersAreTold() throws Exception {
        UUID quotation = submitted(null);
        String path = APPROVALS + approvalOf(quotation);
        var decisions = List.<Callable<Integer>>of(
                () -> decide(path + "/approve", Map.of()),
                () -> decide(path + "/return", Map.of("remarks", List.of(Map.of("remark", "再议")))),
                () -> decide(QUOTATIONS + quotation + "/approve", Map.of()),
                () -> decide(path + "/approve", Map.of()));

        try (var threads = Executors.newFixedThreadPool(decisions.size())) {
            var answers = threads.invokeAll(decisions).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        }
        as(author, "BIZ").get(path + "/protocol").then().body("entries.size()", is(3));
    }

    @Test
    void theAuthorWithdrawsAndNobodyElse() {
        UUID quotation = submitted(null);
        String path = APPROVALS + approvalOf(quotation);

        post(head, "HEAD", path + "/withdraw", Map.of("reason", "不需要"))
                .statusCode(403)
                .body("code", is("approval-not-the-author"));
        post(author, "BIZ", path + "/withdraw", Map.of("reason", "数量有误")).statusCode(200);

        read(quotation).body("status", is("DRAFT"));
        assertThat(tasks(quotation)).containsExactly(head + " WITHDRAWN");
        post(head, "HEAD", QUOTATIONS + quotation + "/approve", null).statusCode(409);
    }
}
