package io.gendan.aftersales.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gendan.aftersales.AftersalesFixture;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.clock.Timekeeper;
import io.gendan.core.store.Ids;
import io.gendan.events.aftersales.TicketEvent.ComplaintWellFounded;
import io.gendan.events.aftersales.TicketEvent.TicketAcknowledged;
import io.gendan.rulebook.Scope;
import io.gendan.testing.Requirement;
import io.gendan.testing.Told;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static io.gendan.aftersales.AftersalesFixture.ASREP;
import static io.gendan.aftersales.AftersalesFixture.HEAD;
import static io.gendan.aftersales.AftersalesFixture.MERCH;
import static io.gendan.aftersales.AftersalesFixture.SALES;
import static io.gendan.aftersales.AftersalesFixture.TICKETS;
import static io.gendan.aftersales.AftersalesFixture.act;
import static io.gendan.aftersales.AftersalesFixture.as;
import static io.gendan.aftersales.AftersalesFixture.asrep;
import static io.gendan.aftersales.AftersalesFixture.merch;
import static io.gendan.aftersales.AftersalesFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class TicketResourceTest {
    private static final String DEADLINES = "/api/aftersales/v1/deadlines?recordId=";

    @Inject
    AftersalesFixture aftersales;

    @Inject
    Timekeeper timekeeper;

    @Inject
    Calendars calendars;

    @Inject
    Told told;

    @Inject
    EntityManager entities;

    @Test
    @Requirement({"AFT-01", "AFT-27", "AFT-33"})
    void aComplaintGoesFromTheFirstWordToTheResult() {
        UUID order = aftersales.order();
        UUID id = aftersales.ticket(order, "COMPLAINT");
        asrep().get(TICKETS + id)
                .then()
                .body("number", matchesPattern("TK-\\d{4}-\\d{6}"))
                .body("status", is("RECEIVED"))
                .body("channel", is("phone"))
                .body("openedBy", is(ASREP));

        AftersalesFixture.told(id, MERCH);
        act(asrep(), id, "close", Map.of("result", "已更换轴承", "customerAnswer", "满意"))
                .statusCode(200)
                .body("status", is("CLOSED"))
                .body("closing.customerAnswer", is("满意"));

        assertThat(told.about(order))
                .containsExactly(
                        "aftersales.ticket.opened.v1",
                        "aftersales.ticket.acknowledged.v1",
                        "aftersales.complaint.well-founded.v1",
                        "aftersales.ticket.closed.v1");
        assertThat(told.bodies(order, ComplaintWellFounded.class))
                .singleElement()
                .asString()
                .contains("\"causedBy\":\"" + MERCH + "\"", "\"investigatedBy\":\"" + HEAD + "\"");
        assertThat(told.bodies(order, TicketAcknowledged.class))
                .singleElement()
                .asString()
                .contains("\"inTime\":true");
        assertThat(told.rulingsOn(id))
                .containsExactlyInAnyOrder(
                        "aftersales.complaint.ack DEADLINE_SET",
                        "aftersales.resolution.normal DEADLINE_SET",
                        "aftersales.complaint.department DEADLINE_SET",
                        "aftersales.complaint.fairness ALLOWED",
                        "aftersales.ticket.closing ALLOWED",
                        "aftersales.complaint.fairness ALLOWED");
    }

    @Test
    @Requirement({"AFT-04", "AFT-05", "AFT-06"})
    void aQuestionIsClassifiedAnsweredAndClosed() {
        UUID order = aftersales.order();
        UUID id = aftersales.ticket(order, "QUESTION");

        act(asrep(), id, "close", Map.of("result", "已答复")).statusCode(409);
        act(asrep(), id, "classify", Map.of("nature", "使用", "urgency", "URGENT", "procedure", "电话指导"))
                .statusCode(200)
                .body("status", is("CLASSIFIED"))
                .body("urgency", is("URGENT"))
                .body("acknowledgedBy", is(ASREP));
        act(asrep(), id, "close", Map.of("result", "已答复")).statusCode(409);
        act(asrep(), id, "answer", Map.of("text", "请加油润滑")).statusCode(200).body("handler", is(ASREP));
        act(asrep(), id, "close", Map.of("result", "已答复")).statusCode(200).body("status", is("CLOSED"));

        assertThat(told.about(order))
                .containsExactly(
                        "aftersales.ticket.opened.v1",
                        "aftersales.ticket.acknowledged.v1",
                        "aftersales.ticket.closed.v1");
        assertThat(told.rulingsOn(id))
                .contains(
                        "aftersales.first-response.normal DEADLINE_SET",
                        "aftersales.resolution.normal DEADLINE_SET",
                        "aftersales.resolution.urgent DEADLINE_SET");
    }

    @Test
    @Requirement({"AFT-30", "SEC-16"})
    void whoIsConcernedIsRefusedWithRuleAndClauseAndNothingChanges() {
        UUID order = aftersales.order();
        UUID id = aftersales.complaintAbout(order, "li.na");
        AftersalesFixture.toDepartment(id);

        act(as("li.na", "SUPV"), id, "investigate", AftersalesFixture.wellFounded(MERCH))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", is("complaint-concerns-you"))
                .body("rule", is("aftersales.complaint.fairness"))
                .body("version", is(1))
                .body("clause", is("004-R11 §7.1"))
                .body("ruling", notNullValue());
        act(as(HEAD, "HEAD"), id, "investigate", AftersalesFixture.wellFounded(HEAD))
                .statusCode(422);

        asrep().get(TICKETS + id)
                .then()
                .body("status", is("AT_DEPARTMENT"))
                .body("log.step", contains("OPENED", "ACKNOWLEDGED", "ASSIGNED"));
        assertThat(told.about(order)).doesNotContain("aftersales.complaint.well-founded.v1");
        assertThat(told.rulingsOn(id)).contains("aftersales.complaint.fairness REFUSED");
    }

    @Test
    @Requirement({"AFT-09", "AFT-30"})
    void aComplaintIsClosedWithAResultAndByNobodyConcerned() {
        UUID order = aftersales.order();
        UUID id = aftersales.ticket(order, "COMPLAINT");
        AftersalesFixture.told(id, MERCH);

        act(asrep(), id, "close", Map.of("customerAnswer", "满意"))
                .statusCode(422)
                .body("code", is("ticket-without-result"))
                .body("rule", is("aftersales.ticket.closing"));
        act(merch(), id, "close", Map.of("result", "已更换", "customerAnswer", "满意"))
                .statusCode(422)
                .body("code", is("complaint-concerns-you"));
        act(asrep(), id, "close", Map.of("result", "已更换"))
                .statusCode(400)
                .body("errors[0].field", is("customerAnswer"));

        assertThat(told.about(order)).doesNotContain("aftersales.ticket.closed.v1");
    }

    @Test
    void anUnsatisfiedCustomerReopensHisComplaint() {
        UUID order = aftersales.order(aftersales.customer("portal.reopen"));
        UUID id = aftersales.ticket(order, "COMPLAINT");
        var customer = as("portal.reopen", "CUST");
        act(customer, id, "reopen", Map.of("reason", "仍有异响")).statusCode(409);
        AftersalesFixture.told(id, MERCH);

        act(as("other.customer", "CUST"), id, "reopen", Map.of("reason", "仍有异响"))
                .statusCode(404);
        act(as("portal.reopen", "CUST"), id, "reopen", Map.of("reason", "仍有异响"))
                .statusCode(200)
                .body("status", is("REOPENED"));
        act(asrep(), id, "assign", Map.of("department", "production"))
                .statusCode(200)
                .body("status", is("AT_DEPARTMENT"));
    }

    @Test
    @Requirement("AFT-27")
    void aMissedAcknowledgmentIsToldOnceThoughManyLookAndStaysMissed() throws Exception {
        UUID order = aftersales.order();
        UUID id = aftersales.ticket(order, "COMPLAINT");
        UUID inTime = aftersales.ticket(order, "QUESTION");
        aftersales.letResponseClockRunOut(id);

        try (var replicas = Executors.newFixedThreadPool(4)) {
            var looks = Stream.<Callable<Void>>generate(() -> this::lookAtTheClock)
                    .limit(8)
                    .toList();
            for (var look : replicas.invokeAll(looks)) look.get();
        }
        lookAtTheClock();

        act(merch(), id, "acknowledge", Map.of()).statusCode(200).body("breachedAt", notNullValue());
        lookAtTheClock();
        assertThat(told.about(order))
                .containsExactly(
                        "aftersales.ticket.opened.v1",
                        "aftersales.ticket.opened.v1",
                        "aftersales.ticket.breached.v1",
                        "aftersales.ticket.acknowledged.v1");
        assertThat(told.bodies(order, TicketAcknowledged.class))
                .singleElement()
                .asString()
                .contains("\"inTime\":false");
        asrep().get(TICKETS + inTime).then().body("breachedAt", nullValue());
    }

    @Test
    @Requirement("AFT-27")
    void whoAnswersLateBeforeTheClockIsLookedAtIsLateAllTheSame() {
        UUID order = aftersales.order();
        UUID id = aftersales.ticket(order, "COMPLAINT");
        aftersales.letResponseClockRunOut(id);

        act(merch(), id, "acknowledge", Map.of()).statusCode(200).body("breachedAt", notNullValue());

        assertThat(told.about(order))
                .containsExactly(
                        "aftersales.ticket.opened.v1",
                        "aftersales.ticket.breached.v1",
                        "aftersales.ticket.acknowledged.v1");
    }

    @Test
    @Requirement({"AFT-06", "AFT-07", "ORG-11"})
    void aMatterNotSettledInTimeIsWarnedOfThenMissedAndClimbsLevelByLevel() {
        aftersales.office();
        UUID id = aftersales.ticket(aftersales.order(), "QUESTION");
        asrep().get(DEADLINES + id + "&status=RUNNING")
                .then()
                .body("items.code", containsInAnyOrder("first-response", "resolution"))
                .body("items.owner", everyItem(is(ASREP)))
                .body("items.unit", everyItem(is("AFS")));

        aftersales.letPass(id, "resolution", "warn_at");
        timekeeper.strike();
        timekeeper.strike();
        assertThat(noticesOf(id)).containsExactly(ASREP + " deadline-near");

        aftersales.letPass(id, "resolution", "due_at");
        timekeeper.strike();
        aftersales.letPass(id, "resolution", "tell_at");
        timekeeper.strike();
        aftersales.letPass(id, "resolution", "tell_at");
        timekeeper.strike();
        assertThat(noticesOf(id))
                .startsWith(ASREP + " deadline-near", ASREP + " deadline-missed", HEAD + " deadline-escalated")
                .contains("qian.lin deadline-escalated")
                .hasSize(4);

        act(asrep(), id, "classify", Map.of("nature", "使用", "urgency", "NORMAL", "procedure", "电话指导"))
                .statusCode(200)
                .body("resolutionMissedAt", notNullValue());
        act(asrep(), id, "answer", Map.of("text", "请加油润滑")).statusCode(200);
        asrep().get(DEADLINES + id).then().body("items.status", containsInAnyOrder("MET", "MISSED"));
        asrep().get(TICKETS + id).then().body("log.step", hasItem("BREACHED"));
    }

    @Test
    @Requirement("AFT-07")
    void theWarningComesWhenTheShareOfTheRuleIsUsedUpAndASuperiorHearsWhoNeedsSupport() {
        aftersales.office();
        UUID byDefault = aftersales.ticket(aftersales.order(), "QUESTION");
        String unit = "sales-" + UUID.randomUUID().toString().substring(0, 8);
        aftersales.publish(
                "aftersales.warning",
                unit,
                JsonNodeFactory.instance.objectNode().put("percent", 40));
        UUID amended = aftersales.ticket(aftersales.order(Ids.next(), unit), "QUESTION");

        assertThat(sharesUsedAtTheWarning(byDefault)).hasSize(2).allSatisfy(share -> assertThat(share)
                .isCloseTo(0.75, within(0.001)));
        assertThat(sharesUsedAtTheWarning(amended)).hasSize(2).allSatisfy(share -> assertThat(share)
                .isCloseTo(0.40, within(0.001)));

        String resolution =
                asrep().get(DEADLINES + byDefault).then().extract().path("items.find { it.code == 'resolution' }.id");
        report(ASREP, resolution, Map.of()).statusCode(400).body("errors.field", contains("reason"));
        report(HEAD, resolution, Map.of("reason", "缺件")).statusCode(403).body("code", is("deadline-of-another"));
        report(MERCH, resolution, Map.of("reason", "缺件")).statusCode(404);
        report(ASREP, resolution, Map.of("reason", "缺件，请支援"))
                .statusCode(200)
                .body("report", is("缺件，请支援"))
                .body("reportedAt", notNullValue());
        assertThat(noticesOf(byDefault)).containsExactly(HEAD + " deadline-support");
    }

    @Test
    @Requirement("AFT-28")
    void theHeadOfADepartmentWhereNobodyHandlesAComplaintIsUrgedAndItClimbsFromHim() {
        aftersales.office();
        String unit = "QA-" + UUID.randomUUID().toString().substring(0, 8);
        String head = "head." + unit.toLowerCase(Locale.ROOT);
        aftersales.department(unit, head);
        UUID id = aftersales.ticket(aftersales.order(), "COMPLAINT");
        act(merch(), id, "acknowledge", Map.of()).statusCode(200);
        act(asrep(), id, "assign", Map.of("department", unit)).statusCode(200);
        as("an.auditor", "AUDIT")
                .get(DEADLINES + id + "&status=RUNNING")
                .then()
                .body("items.find { it.code == 'department-result' }.unit", is(unit))
                .body("items.find { it.code == 'department-result' }.owner", nullValue());

        aftersales.letPass(id, "department-result", "warn_at");
        timekeeper.strike();
        assertThat(noticesOf(id)).containsExactly(head + " deadline-near");

        aftersales.letPass(id, "department-result", "due_at");
        for (int i = 0; i < 3; i++) {
            timekeeper.strike();
            aftersales.letPass(id, "department-result", "tell_at");
        }
        timekeeper.strike();
        assertThat(noticesOf(id))
                .containsExactly(head + " deadline-near", head + " deadline-escalated", "qian.lin deadline-escalated");
    }

    @Test
    @Requirement("AFT-28")
    void aDepartmentThatAnswersTooLateIsFlagged() {
        UUID id = aftersales.ticket(aftersales.order(), "COMPLAINT");
        AftersalesFixture.toDepartment(id);
        aftersales.letPass(id, "department-result", "due_at");
        timekeeper.strike();

        asrep().get(TICKETS + id).then().body("departmentMissedAt", notNullValue());
        act(as(HEAD, "HEAD"), id, "investigate", AftersalesFixture.wellFounded(MERCH))
                .statusCode(200)
                .body("investigation.inTime", is(false));
    }

    @Test
    @Requirement({"INF-10", "AFT-09"})
    void aCustomerSeesHisOwnTicketsWithoutWhatIsInternal() {
        UUID order = aftersales.order(aftersales.customer("portal.wang"));
        UUID id = aftersales.complaintAbout(order, "li.na");
        AftersalesFixture.investigated(id, MERCH);
        act(asrep(), id, "messages", Map.of("text", "客户很生气", "internal", true)).statusCode(200);
        act(as("portal.wang", "CUST"), id, "messages", Map.of("text", "请尽快")).statusCode(200);

        as("portal.wang", "CUST")
                .get(TICKETS + id)
                .then()
                .statusCode(200)
                .body("about", nullValue())
                .body("investigation", nullValue())
                .body("handler", nullValue())
                .body("log.step", contains("OPENED", "ACKNOWLEDGED", "MESSAGE"))
                .body("log.text", not(hasItem("客户很生气")));
        asrep().get(TICKETS + id).then().body("log.text", hasItems("客户很生气", "请尽快"));
        as("portal.wang", "CUST").get(TICKETS).then().body("items.id", contains(id.toString()));

        act(merch(), id, "propose", Map.of("solution", "免费更换")).statusCode(200);
        act(merch(), id, "tell", Map.of("how", "电话")).statusCode(200);
        as("portal.wang", "CUST")
                .get(TICKETS + id)
                .then()
                .body("solution.text", is("免费更换"))
                .body("investigation.cause", is("装配错误"))
                .body("investigation.causedBy", nullValue());

        as("foreign.customer", "CUST").get(TICKETS + id).then().statusCode(404);
        as("foreign.customer", "CUST").get(TICKETS).then().statusCode(200).body("items.size()", is(0));
        act(as("foreign.customer", "CUST"), id, "messages", Map.of("text", "?")).statusCode(404);
    }

    @Test
    @Requirement("AFT-09")
    void theCommunicationLogIsChangedByNobody() {
        aftersales.ticket(aftersales.order(), "QUESTION");

        for (String change : List.of("update ticket_log set content = ''", "delete from ticket_log"))
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                            .run(() -> entities.createNativeQuery(change).executeUpdate()))
                    .hasMessageContaining("only ever added");
    }

    @Test
    void aTicketNamesAnOrderTheCallerMaySee() {
        UUID order = aftersales.order(aftersales.customer("portal.li"));

        as("portal.li", "CUST")
                .body(request(order, "COMPLAINT", "HIGH"))
                .post(TICKETS)
                .then()
                .statusCode(201)
                .body("openedBy", is("portal.li"));
        as(SALES, "SALES")
                .body(request(order, "QUESTION", "LOW"))
                .post(TICKETS)
                .then()
                .statusCode(201);
        for (var refused :
                Map.of("foreign.customer", "CUST", "other.sales", "SALES").entrySet())
            as(refused.getKey(), refused.getValue())
                    .body(request(order, "COMPLAINT", "HIGH"))
                    .post(TICKETS)
                    .then()
                    .statusCode(404);
        asrep().body(request(Ids.next(), "COMPLAINT", "HIGH"))
                .post(TICKETS)
                .then()
                .statusCode(404);

        assertThat(told.about(order)).hasSize(2);
    }

    @Test
    void anOrderToldOfBeforeItsCustomerIsHisAsSoonAsHeIsKnown() {
        UUID customer = Ids.next();
        UUID order = aftersales.order(customer);
        UUID ticket = aftersales.ticket(order, "QUESTION");
        as("portal.late", "CUST").get(TICKETS + ticket).then().statusCode(404);

        aftersales.customer(customer, "portal.late");

        as("portal.late", "CUST").get(TICKETS + ticket).then().statusCode(200);
    }

    @Test
    @Requirement("INF-10")
    void anOlderEventThatComesLateDoesNotBringBackAFormerPortalAccount() {
        UUID customer = aftersales.customer("portal.present");
        UUID ticket = aftersales.ticket(aftersales.order(customer), "QUESTION");

        aftersales.tellOfCustomer(customer, "portal.former", Instant.now().minusSeconds(3600));
        aftersales.customer("portal.somebody-else"); // comes after it, and so it has been dealt with

        as("portal.former", "CUST").get(TICKETS + ticket).then().statusCode(404);
        as("portal.present", "CUST").get(TICKETS + ticket).then().statusCode(200);
    }

    @Test
    void wrongRolesAreTurnedAway() {
        UUID id = aftersales.ticket(aftersales.order(), "COMPLAINT");

        act(as(SALES, "SALES"), id, "acknowledge", Map.of()).statusCode(403).body("code", is("role-missing"));
        act(as("portal.wang", "CUST"), id, "close", Map.of("result", "ok")).statusCode(403);
        act(merch(), id, "investigate", AftersalesFixture.wellFounded(SALES)).statusCode(403);
        as("hr.person", "HR").get(TICKETS + id).then().statusCode(403);
        as("an.admin", "ADMIN").get(TICKETS).then().statusCode(403);
    }

    @Test
    void badFieldsAreNamedOneByOne() {
        UUID order = aftersales.order();

        asrep().body(Map.of("orderId", order, "kind", "COMPLAINT", "channel", "pigeon", "text", "?", "urgency", "LOW"))
                .post(TICKETS)
                .then()
                .statusCode(400)
                .body("errors[0].field", is("channel"))
                .body("errors[0].code", is("not-one-of"));
        asrep().body(Map.of("orderId", order, "kind", "COMPLAINT", "channel", "phone", "text", " ".repeat(3)))
                .post(TICKETS)
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("text", "urgency"));
        asrep().body(Map.of(
                        "orderId",
                        order,
                        "kind",
                        "COMPLAINT",
                        "channel",
                        "phone",
                        "text",
                        "长".repeat(4001),
                        "urgency",
                        "LOW"))
                .post(TICKETS)
                .then()
                .statusCode(400)
                .body("errors.field", contains("text"));
        assertThat(told.about(order)).isEmpty();
    }

    @Test
    void aRepeatWithTheSameKeyOpensOneTicketAndAStaleVersionIsRefused() {
        UUID order = aftersales.order();
        String key = "key-" + order;
        String first = asrep().header("Idempotency-Key", key)
                .body(request(order, "COMPLAINT", "HIGH"))
                .post(TICKETS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        asrep().header("Idempotency-Key", key)
                .body(request(order, "COMPLAINT", "HIGH"))
                .post(TICKETS)
                .then()
                .body("id", is(first));

        act(merch().header("If-Match", "\"7\""), UUID.fromString(first), "acknowledge", Map.of())
                .statusCode(409)
                .body("code", is("changed-meanwhile"));
        assertThat(told.about(order)).containsExactly("aftersales.ticket.opened.v1");
    }

    @Test
    void theListIsFilteredByStatusKindAndOrder() {
        UUID order = aftersales.order();
        UUID complaint = aftersales.ticket(order, "COMPLAINT");
        UUID question = aftersales.ticket(order, "QUESTION");

        asrep().get(TICKETS + "?orderId=" + order)
                .then()
                .body("items.id", contains(question.toString(), complaint.toString()));
        asrep().get(TICKETS + "?orderId=" + order + "&kind=COMPLAINT")
                .then()
                .body("items.id", contains(complaint.toString()));
        asrep().get(TICKETS + "?orderId=" + order + "&status=NEW")
                .then()
                .body("items.id", contains(question.toString()));
    }

    /** Of each of its deadlines, how much of the working time there is has passed when the owner is warned. */
    private List<Double> sharesUsedAtTheWarning(UUID ticket) {
        List<Map<String, String>> running = asrep().get(DEADLINES + ticket + "&status=RUNNING")
                .then()
                .extract()
                .path("items.collect { [from: it.startedAt, due: it.due, warnsAt: it.warnsAt, unit: it.unit] }");
        return running.stream()
                .map(each -> {
                    Scope scope = Scope.of("general", each.get("unit"));
                    Instant from = Instant.parse(each.get("from"));
                    Duration used = calendars.workingTimeBetween(from, Instant.parse(each.get("warnsAt")), scope);
                    Duration whole = calendars.workingTimeBetween(from, Instant.parse(each.get("due")), scope);
                    return (double) used.toMillis() / whole.toMillis();
                })
                .toList();
    }

    private static ValidatableResponse report(String who, String deadline, Map<String, ?> why) {
        return as(who, who.equals(ASREP) ? "ASREP" : who.equals(HEAD) ? "HEAD" : "MERCH")
                .body(why)
                .post("/api/aftersales/v1/deadlines/" + deadline + "/report")
                .then();
    }

    private List<String> noticesOf(UUID ticket) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<?> notices = entities.createNativeQuery(
                            "select recipient || ' ' || text_key from notice where record_id = ?1 order by id")
                    .setParameter(1, ticket)
                    .getResultList();
            return notices.stream().map(String::valueOf).toList();
        });
    }

    private Void lookAtTheClock() {
        timekeeper.strike();
        return null;
    }
}
