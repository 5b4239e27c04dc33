package io.gendan.intake.approval;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.gendan.testing.Requirement;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

/** Where those who are to decide are not found, leave, are late, or change. */
@QuarkusTest
class ApproversComeAndGoTest extends Department {
    @Test
    @Requirement({"ORG-11", "QUO-16"})
    void whereNobodyIsFoundItIsSaidSoAndTheLeaderNamesSomebody() {
        person("hr", null, "HR");
        person("author", null, "BIZ");
        UUID quotation = submitted(null);
        String path = APPROVALS + approvalOf(quotation);

        as(leader, "LEAD").get(path).then().body("status", is("STUCK")).body("waiting", empty());
        as(named("hr"), "HR")
                .get(APPROVALS + "?status=STUCK")
                .then()
                .statusCode(200)
                .body("items.recordId", hasItem(quotation.toString()));
        assertThat(notices(quotation)).contains(leader + " approval-stuck", named("hr") + " approval-stuck");
        assertThat(tasks(quotation)).containsExactlyInAnyOrder("HR OPEN", "LEAD OPEN");
        post(head, "HEAD", QUOTATIONS + quotation + "/approve", null).statusCode(409);
        post(head, "HEAD", path + "/add-approver", Map.of("username", head, "reason", "自荐"))
                .statusCode(403);
        post(named("hr"), "HR", path + "/add-approver", Map.of("username", author, "reason", "自批"))
                .statusCode(400)
                .body("errors.code", contains("has-another-part"));
        post(named("hr"), "HR", path + "/add-approver", Map.of("username", named("hr"), "reason", "自荐"))
                .statusCode(400)
                .body("errors.code", contains("does-not-qualify"));
        post(named("hr"), "HR", path + "/add-approver", Map.of("username", head, "reason", "代管部门"))
                .statusCode(200)
                .body("status", is("OPEN"))
                .body("waiting", contains(head));
        post(head, "HEAD", QUOTATIONS + quotation + "/approve", null)
                .statusCode(200)
                .body("status", is("APPROVED"));

        as(author, "BIZ")
                .get(path + "/protocol")
                .then()
                .body("entries.what", contains("SUBMITTED", "NOBODY_FOUND", "NAMED", "APPROVED"));
    }

    @Test
    @Requirement({"ORG-11", "QUO-16"})
    void whoLeavesWhileItWaitsDecidesNoMoreAndTheNextAboveDoes() {
        UUID quotation = submitted(null);
        tell("head", "leader", "HEAD", TODAY.minusDays(1), List.of());
        await().until(() -> staff.find(head).filter(person -> !person.active()).isPresent());

        post(head, "HEAD", QUOTATIONS + quotation + "/approve", null)
                .statusCode(403)
                .body("code", is("staff-not-on-duty"));
        post(leader, "LEAD", QUOTATIONS + quotation + "/approve", null)
                .statusCode(200)
                .body("approver", is(leader));
    }

    @Test
    @Requirement({"ORG-11", "QUO-16"})
    void afterTheLimitTheSuperiorMayDecideInHisPlaceAndBothAreTold() {
        UUID quotation = submitted(null);
        String approval = approvalOf(quotation);
        as(head, "HEAD")
                .get("/api/intake/v1/deadlines?recordId=" + quotation)
                .then()
                .statusCode(200)
                .body("items.code", contains("approve:head"))
                .body("items[0].owner", is(head));

        QuarkusTransaction.requiringNew()
                .run(() -> sql.run(
                        "update deadline set due_at = now() - interval '1 minute', warn_at = null,"
                                + " watch_at = now() - interval '1 minute' where record_id = ?",
                        quotation));
        timekeeper.strike();

        as(leader, "LEAD")
                .get(APPROVALS + approval)
                .then()
                .body("waiting", containsInAnyOrder(head, leader))
                .body("steps[0].seats[0].superior", is(leader));
        assertThat(tasks(quotation)).contains(head + " OPEN", leader + " OPEN");
        assertThat(notices(quotation)).contains(leader + " approval-late");
        post(leader, "LEAD", QUOTATIONS + quotation + "/approve", null)
                .statusCode(200)
                .body("status", is("APPROVED"));
        as(author, "BIZ")
                .get(APPROVALS + approval + "/protocol")
                .then()
                .body("entries.what", contains("SUBMITTED", "ASKED", "ESCALATED", "APPROVED"))
                .body("entries[3].forWhom", is(head));
        as(head, "HEAD")
                .get("/api/intake/v1/deadlines?recordId=" + quotation)
                .then()
                .body("items.status", containsInAnyOrder("MISSED", "MET"));
    }

    @Test
    @Requirement("ORG-11")
    void withEveryNewDayItIsLookedAtWhoIsAsked() {
        UUID quotation = submitted(null);
        person("new.head", "leader", "HEAD");
        person("author", "new.head", "BIZ");

        QuarkusTransaction.requiringNew()
                .run(() -> sql.run(
                        "update approval set look_at = now() - interval '1 minute' where record_id = ?", quotation));
        timekeeper.strike();

        as(named("new.head"), "HEAD")
                .get(APPROVALS + "?waitingForMe=true")
                .then()
                .body("items.recordId", contains(quotation.toString()));
        assertThat(tasks(quotation)).containsExactlyInAnyOrder(head + " DONE", named("new.head") + " OPEN");
    }
}
