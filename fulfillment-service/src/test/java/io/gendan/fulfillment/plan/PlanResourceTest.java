package io.gendan.fulfillment.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.core.clock.Timekeeper;
import io.gendan.core.store.Ids;
import io.gendan.events.intake.OrderEvent.OrderCanceled;
import io.gendan.fulfillment.FulfillmentFixture;
import io.gendan.testing.Replay;
import io.gendan.testing.Requirement;
import io.gendan.testing.Statements;
import io.gendan.testing.Told;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.gendan.fulfillment.FulfillmentFixture.API;
import static io.gendan.fulfillment.FulfillmentFixture.BIZ;
import static io.gendan.fulfillment.FulfillmentFixture.FOREIGN_HEAD;
import static io.gendan.fulfillment.FulfillmentFixture.FOREIGN_PORTAL;
import static io.gendan.fulfillment.FulfillmentFixture.HEAD;
import static io.gendan.fulfillment.FulfillmentFixture.MERCH;
import static io.gendan.fulfillment.FulfillmentFixture.PORTAL;
import static io.gendan.fulfillment.FulfillmentFixture.PROD;
import static io.gendan.fulfillment.FulfillmentFixture.QC;
import static io.gendan.fulfillment.FulfillmentFixture.as;
import static io.gendan.fulfillment.FulfillmentFixture.milestone;
import static io.gendan.fulfillment.FulfillmentFixture.ok;
import static io.gendan.fulfillment.FulfillmentFixture.team;
import static io.gendan.fulfillment.FulfillmentFixture.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

@QuarkusTest
class PlanResourceTest {
    @Inject
    FulfillmentFixture fulfillment;

    @Inject
    Told told;

    @Inject
    Statements statements;

    @Inject
    Timekeeper timekeeper;

    @BeforeEach
    void people() {
        fulfillment.people();
    }

    @Test
    @Requirement({"FUL-01", "FUL-02", "FUL-21"})
    void aReleasedOrderIsPlannedConfirmedMadeAndInspected() {
        UUID order = fulfillment.releasedOrder();
        UUID plan = fulfillment.runningPlan(order);

        String milestone = ok(
                        as(PROD, "PROD").body(Map.of("text", "壳体加工完成", "percent", 60)), "plans/" + plan + "/progress")
                .body("percent", is(60))
                .body("progressOverdue", is(false))
                .body("progressDue", notNullValue())
                .extract()
                .path("milestones[0].id");
        ok(as(PROD, "PROD"), "plans/" + plan + "/milestones/" + milestone + "/reach")
                .body("milestones[0].status", is("DONE"))
                .body("milestones[0].daysLate", is(0));
        fulfillment.inspected(plan, true);
        ok(as(MERCH, "MERCH"), "plans/" + plan + "/produced").body("status", is("PRODUCED"));

        as(BIZ, "BIZ")
                .get(API + "plans/" + plan + "/progress")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].reportedBy", is(PROD));
        assertThat(told.about(order))
                .containsExactly(
                        "fulfillment.plan.confirmed.v1",
                        "fulfillment.plan.started.v1",
                        "fulfillment.milestone.reached.v1",
                        "fulfillment.inspection.recorded.v1",
                        "fulfillment.plan.produced.v1");
        assertThat(told.rulingsOn(plan))
                .startsWith(
                        "fulfillment.team.limit DEADLINE_SET",
                        "fulfillment.plan.milestones ALLOWED",
                        "fulfillment.plan.owner ALLOWED")
                .contains("fulfillment.progress.interval DEADLINE_SET")
                .endsWith("fulfillment.dispatch.inspection ALLOWED");
        assertThat(told.auditOf(plan)).startsWith("system plan.created", HEAD + " fulfillment.plan.team-set");
    }

    @Test
    @Requirement("FUL-01")
    void theHeadOfAnotherDepartmentNeitherSetsTheTeamNorConfirms() {
        UUID plan = fulfillment.planOf(fulfillment.releasedOrder());
        as(FOREIGN_HEAD, "HEAD")
                .body(Map.of("members", List.of()))
                .post(API + "plans/" + plan + "/team")
                .then()
                .statusCode(403)
                .body("code", is("not-a-superior"));
        as(FOREIGN_HEAD, "HEAD")
                .post(API + "plans/" + plan + "/confirm")
                .then()
                .statusCode(403)
                .body("code", is("not-a-superior"));
    }

    @Test
    @Requirement("FUL-01")
    void withoutAnOwnerThePlanIsNotConfirmedAndNothingIsTold() {
        UUID order = fulfillment.releasedOrder();
        UUID plan = fulfillment.planOf(order);
        ok(as(HEAD, "HEAD").body(Map.of("members", List.of())), "plans/" + plan + "/team");

        as(HEAD, "HEAD")
                .post(API + "plans/" + plan + "/confirm")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", is("plan-without-owner"))
                .body("rule", is("fulfillment.plan.owner"))
                .body("version", is(1))
                .body("clause", is("001 §2.4"))
                .body("detail", containsString("no project owner"));

        as(HEAD, "HEAD").get(API + "plans/" + plan).then().body("status", is("TEAM_SET"));
        assertThat(told.about(order)).isEmpty();
        assertThat(told.rulingsOn(plan)).endsWith("fulfillment.plan.owner REFUSED");
    }

    @Test
    @Requirement("FUL-02")
    void aPlanWithoutMilestonesIsRefusedAndPastDatesAreNamed() {
        UUID plan = fulfillment.planOf(fulfillment.releasedOrder());

        as(MERCH, "MERCH")
                .body(List.of())
                .put(API + "plans/" + plan + "/milestones")
                .then()
                .statusCode(422)
                .body("code", is("plan-without-milestones"))
                .body("rule", is("fulfillment.plan.milestones"));
        as(MERCH, "MERCH")
                .body(List.of(milestone(today()), milestone(today().minusDays(1))))
                .put(API + "plans/" + plan + "/milestones")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("[1].plannedOn"))
                .body("errors.code", hasItem("past"));
        as(HEAD, "HEAD")
                .body(Map.of("owner", "nobody", "members", List.of()))
                .post(API + "plans/" + plan + "/team")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("owner"));
    }

    @Test
    @Requirement("FUL-21")
    void nothingIsProducedWithoutAPassedInspection() {
        UUID order = fulfillment.releasedOrder();
        UUID plan = fulfillment.runningPlan(order);
        fulfillment.inspected(plan, false);

        as(MERCH, "MERCH")
                .post(API + "plans/" + plan + "/produced")
                .then()
                .statusCode(422)
                .body("code", is("inspection-not-passed"))
                .body("rule", is("fulfillment.dispatch.inspection"));

        assertThat(told.about(order)).doesNotContain("fulfillment.plan.produced.v1");
    }

    @Test
    void eachActIsForItsRoleAndEachStateForItsActs() {
        UUID plan = fulfillment.planOf(fulfillment.releasedOrder());

        as(MERCH, "MERCH")
                .body(team())
                .post(API + "plans/" + plan + "/team")
                .then()
                .statusCode(403);
        as(MERCH, "MERCH").post(API + "plans/" + plan + "/confirm").then().statusCode(403);
        as(PROD, "PROD")
                .body(Map.of("batch", "1", "criteria", Map.of("尺寸", true)))
                .post(API + "plans/" + plan + "/inspections")
                .then()
                .statusCode(403)
                .body("code", is("role-missing"));
        as("hr.person", "HR").get(API + "plans/" + plan).then().statusCode(403);
        as(MERCH, "MERCH")
                .post(API + "plans/" + plan + "/start")
                .then()
                .statusCode(409)
                .body("code", is("illegal-move"));
        as(QC, "QC")
                .body(Map.of("batch", " ", "criteria", Map.of()))
                .post(API + "plans/" + plan + "/inspections")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("batch"))
                .body("errors.field", hasItem("criteria"));
    }

    @Test
    @Requirement("FUL-08")
    void workWithoutProgressInTimeIsOverdueUntilItIsReported() {
        UUID order = fulfillment.releasedOrder();
        UUID plan = fulfillment.runningPlan(order);
        String overdue = API + "plans?overdue=true&merchandiser=" + MERCH + "&orderId=" + order;
        as(MERCH, "MERCH").get(overdue).then().statusCode(200).body("items", empty());

        fulfillment.passBy(
                "update fulfillment_plan set progress_due = now() - interval '1 minute' where id = ?1", plan);
        as(MERCH, "MERCH").get(overdue).then().body("items[0].progressOverdue", is(true));

        ok(as(BIZ, "BIZ").body(Map.of("text", "图纸已下发", "percent", 10)), "plans/" + plan + "/progress")
                .body("progressOverdue", is(false));
        as(MERCH, "MERCH").get(overdue).then().body("items", empty());
    }

    @Test
    @Requirement("FUL-08")
    void aMissingReportIsPutToTheMerchandiserThenToHisSuperior() {
        UUID order = fulfillment.releasedOrder();
        UUID plan = fulfillment.runningPlan(order);
        String ofMerch = API + "plans?orderId=" + order + "&told=" + MERCH;
        String ofHead = API + "plans?orderId=" + order + "&told=" + HEAD;
        timekeeper.strike();
        as(MERCH, "MERCH").get(ofMerch).then().statusCode(200).body("items", empty());

        letTimePass(plan);
        timekeeper.strike();
        as(MERCH, "MERCH")
                .get(ofMerch)
                .then()
                .body("items.id", contains(plan.toString()))
                .body("items[0].status", is("AT_RISK"));
        as(HEAD, "HEAD").get(ofHead).then().body("items", empty());

        letTimePass(plan);
        timekeeper.strike();
        as(HEAD, "HEAD").get(ofHead).then().body("items.id", contains(plan.toString()));
        assertThat(told.about(order)).endsWith("fulfillment.plan.at-risk.v1", "fulfillment.plan.at-risk.v1");
        assertThat(told.rulingsOn(plan)).endsWith("fulfillment.progress.interval MARKED");
        Replay.comesToTheSame(API, plan);

        as(MERCH, "MERCH").post(API + "plans/" + plan + "/produced").then().statusCode(409);
        ok(as(BIZ, "BIZ").body(Map.of("text", "图纸已下发", "percent", 10)), "plans/" + plan + "/progress")
                .body("status", is("RUNNING"))
                .body("progressTold", nullValue());
        as(HEAD, "HEAD").get(ofHead).then().body("items", empty());
    }

    @Test
    @Requirement("INF-09")
    void ordersAtRiskAreThoseWithoutAReportAndThoseTooLate() {
        UUID silent = fulfillment.runningPlan(fulfillment.releasedOrder());
        UUID late = fulfillment.runningPlan(fulfillment.releasedOrder());
        UUID well = fulfillment.runningPlan(fulfillment.releasedOrder());
        letTimePass(silent);
        fulfillment.passBy(
                "update fulfillment_plan set late_from = now() - interval '1 minute',"
                        + " watch_at = now() - interval '1 minute' where id = ?1",
                late);
        timekeeper.strike();
        String atRisk = API + "plans?atRisk=true&limit=200";

        String statement = statements.runBy(
                () -> as(MERCH, "MERCH")
                        .get(atRisk + "&merchandiser=" + MERCH)
                        .then()
                        .statusCode(200)
                        .body("items.id", hasItems(silent.toString(), late.toString()))
                        .body("items.id", not(hasItem(well.toString())))
                        .body("items.status", everyItem(oneOf("AT_RISK", "LATE"))),
                " from fulfillment_plan ");
        assertThat(statement).contains("in ('AT_RISK','LATE')"); // word by word, for the index of these alone
        as("sales.west", "SALES").get(atRisk).then().body("items.id", not(hasItem(late.toString())));
        as(FOREIGN_PORTAL, "CUST").get(atRisk).then().body("items", empty());
        ok(as(BIZ, "BIZ").body(Map.of("text", "图纸已下发", "percent", 10)), "plans/" + silent + "/progress");
        as(MERCH, "MERCH").get(atRisk).then().body("items.id", not(hasItem(silent.toString())));
    }

    @Test
    void aRecordThatCannotBeDealtWithKeepsNoOtherWaiting() {
        UUID broken = fulfillment.runningPlan(fulfillment.releasedOrder());
        UUID order = fulfillment.releasedOrder();
        UUID plan = fulfillment.runningPlan(order);
        fulfillment.passBy(
                "update fulfillment_plan set progress_due = null, watch_at = now() - interval '5 minutes' where id = ?1",
                broken);
        letTimePass(plan);

        timekeeper.strike();

        as(MERCH, "MERCH").get(API + "plans/" + plan).then().body("status", is("AT_RISK"));
        as(MERCH, "MERCH").get(API + "plans/" + broken).then().body("status", is("RUNNING"));
    }

    @Test
    @Requirement("FUL-01")
    void aPlanWithoutATeamInTimeIsFlaggedAndItsHeadHasToSeeToIt() {
        UUID plan = fulfillment.planOf(fulfillment.releasedOrder());
        as(HEAD, "HEAD")
                .get(API + "deadlines?recordId=" + plan)
                .then()
                .body("items.code", contains("team"))
                .body("items.owner", contains(HEAD));
        fulfillment.passBy(
                "update deadline set due_at = now() - interval '1 minute', watch_at = now() - interval '1 minute'"
                        + " where record_id = ?1",
                plan);

        timekeeper.strike();

        as(MERCH, "MERCH").get(API + "plans/" + plan).then().body("teamMissedAt", notNullValue());
        as(HEAD, "HEAD").get(API + "deadlines?recordId=" + plan).then().body("items.status", contains("MISSED"));
    }

    private void letTimePass(UUID plan) {
        fulfillment.passBy(
                "update fulfillment_plan set progress_due = least(progress_due, now() - interval '2 minutes'),"
                        + " progress_superior_due = now() - interval '1 minute',"
                        + " watch_at = now() - interval '1 minute' where id = ?1",
                plan);
    }

    @Test
    @Requirement("INF-10")
    void aCustomerSeesTheDatesOfHisOwnPlanAndNothingOfOthers() {
        UUID order = fulfillment.releasedOrder();
        UUID plan = fulfillment.runningPlan(order);

        as(PORTAL, "CUST")
                .get(API + "plans/" + plan)
                .then()
                .statusCode(200)
                .body("status", is("RUNNING"))
                .body("milestones[0].plannedOn", is(today().plusDays(10).toString()))
                .body("milestones[0].responsible", nullValue())
                .body("owner", nullValue())
                .body("members", empty());
        as(FOREIGN_PORTAL, "CUST").get(API + "plans/" + plan).then().statusCode(404);
        as(FOREIGN_PORTAL, "CUST").get(API + "plans").then().body("items", empty());
        as("sales.west", "SALES").get(API + "plans/" + plan).then().statusCode(404);
        as(PORTAL, "CUST").get(API + "plans/" + plan + "/progress").then().statusCode(403);
    }

    @Test
    void aRepeatedReleaseMakesNoSecondPlanAndACanceledOrderEndsIt() {
        UUID order = Ids.next();
        UUID event = Ids.next();
        var released = FulfillmentFixture.released(order, today().plusDays(30));
        fulfillment.send("intake-orders", released, event);
        fulfillment.send("intake-orders", released, event);
        fulfillment.send("intake-orders", released);
        fulfillment.send("intake-orders", new OrderCanceled(order, "客户撤单", "supervisor", Instant.now()));

        await().untilAsserted(() -> as(MERCH, "MERCH")
                .get(API + "plans?orderId=" + order)
                .then()
                .body("items", hasSize(1))
                .body("items[0].status", is("CANCELED")));
        as(HEAD, "HEAD")
                .body(team())
                .post(API + "plans/" + fulfillment.planOf(order) + "/team")
                .then()
                .statusCode(409);
        as(MERCH, "MERCH")
                .body(FulfillmentFixture.shipment(order))
                .post(API + "shipments")
                .then()
                .statusCode(422)
                .body("code", is("order-canceled"));
    }

    @Test
    void aRepeatWithTheSameKeyTakesEffectOnce() {
        UUID order = fulfillment.releasedOrder();
        UUID plan = fulfillment.runningPlan(order);
        for (int i = 0; i < 2; i++)
            ok(
                    as(MERCH, "MERCH")
                            .header("Idempotency-Key", "progress-" + plan)
                            .body(Map.of("text", "开工", "percent", 5)),
                    "plans/" + plan + "/progress");

        as(MERCH, "MERCH").get(API + "plans/" + plan + "/progress").then().body("items", hasSize(1));
    }
}
