package io.gendan.aftersales.visit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.aftersales.AftersalesFixture;
import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.core.store.Ids;
import io.gendan.events.aftersales.VisitEvent.VisitDone;
import io.gendan.testing.Requirement;
import io.gendan.testing.Told;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.gendan.aftersales.AftersalesFixture.MERCH;
import static io.gendan.aftersales.AftersalesFixture.SALES;
import static io.gendan.aftersales.AftersalesFixture.VISITS;
import static io.gendan.aftersales.AftersalesFixture.as;
import static io.gendan.aftersales.AftersalesFixture.asrep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

@QuarkusTest
class VisitResourceTest {
    @Inject
    AftersalesFixture aftersales;

    @Inject
    Told told;

    @Test
    @Requirement("AFT-42")
    void aCompletedOrderIsVisitedWithinSevenDaysHoweverOftenItsCompletionIsTold() {
        UUID order = Ids.next();
        UUID message = Ids.next();
        var completed = AftersalesFixture.completed(order, Ids.next(), Instant.parse("2026-11-20T04:00:00Z"));
        aftersales.send("intake-orders", completed, message);
        aftersales.send("intake-orders", completed, message);
        aftersales.send("intake-orders", completed); // told anew, under another id

        UUID marker = aftersales.order(); // by now all three were received
        assertThat(marker).isNotNull();
        assertThat(told.about(order)).containsExactly("aftersales.visit.due.v1");
        asrep().get(VISITS + "?orderId=" + order)
                .then()
                .statusCode(200)
                .body("items.size()", is(1))
                .body("items[0].status", is("DUE"))
                .body("items[0].dueOn", is("2026-11-27"))
                .body("items[0].merchandiser", is(MERCH));
    }

    @Test
    void theConfirmationThatComesAfterTheCompletionTakesNothingAway() {
        UUID order = Ids.next();
        UUID customer = Ids.next();
        aftersales.send("intake-orders", AftersalesFixture.completed(order, customer, Instant.now()));
        aftersales.send("intake-orders", AftersalesFixture.confirmed(order, customer));
        aftersales.order();

        assertThat(told.about(order)).containsExactly("aftersales.visit.due.v1");
        assertThat(aftersales.ticket(order, "QUESTION")).isNotNull();
    }

    @Test
    @Requirement({"AFT-42", "AFT-44"})
    void aVisitIsPlannedDoneAndItsProblemBecomesATicketThatTheVisitShows() {
        UUID id = aftersales.visit(Instant.now());
        as(SALES, "SALES")
                .body(AftersalesFixture.plan())
                .post(VISITS + id + "/plan")
                .then()
                .statusCode(200)
                .body("status", is("PLANNED"))
                .body("plan.manner", is("PHONE"));
        String order = asrep().body(Map.of("rating", 2, "opinions", "送货慢", "problems", "有异响"))
                .post(VISITS + id + "/done")
                .then()
                .statusCode(200)
                .body("status", is("DONE"))
                .body("report.inTime", is(true))
                .extract()
                .path("orderId");

        String number = asrep().body(Map.of("kind", "SUPPORT", "text", "减速机有异响", "urgency", "HIGH"))
                .post(VISITS + id + "/ticket")
                .then()
                .statusCode(201)
                .body("tickets[0].status", is("NEW"))
                .extract()
                .path("tickets[0].number");

        String ticket = asrep().get(VISITS + id).then().extract().path("tickets[0].id");
        AftersalesFixture.act(
                        asrep(),
                        UUID.fromString(ticket),
                        "classify",
                        Map.of("nature", "质量", "urgency", "HIGH", "procedure", "派人检查"))
                .statusCode(200);
        asrep().get(VISITS + id)
                .then()
                .body("tickets[0].number", equalTo(number))
                .body("tickets[0].status", is("CLASSIFIED"));
        assertThat(told.bodies(UUID.fromString(order), VisitDone.class))
                .singleElement()
                .asString()
                .contains("\"rating\":2", "\"orderTaker\":\"zhao.min\"", "\"inTime\":true");
        assertThat(told.about(UUID.fromString(order)))
                .containsExactly(
                        "aftersales.visit.due.v1",
                        "aftersales.visit.done.v1",
                        "aftersales.ticket.opened.v1",
                        "aftersales.ticket.acknowledged.v1");
    }

    @Test
    void aVisitLongOverdueIsDoneLate() {
        UUID id = aftersales.plannedVisit(Instant.now().minus(Duration.ofDays(9)));

        asrep().body(Map.of("rating", 4))
                .post(VISITS + id + "/done")
                .then()
                .statusCode(200)
                .body("report.inTime", is(false));
    }

    @Test
    void aVisitThatFailedIsPlannedAnew() {
        UUID id = aftersales.plannedVisit(Instant.now());

        asrep().body(Map.of("reason", "无人接听"))
                .post(VISITS + id + "/failed")
                .then()
                .statusCode(200)
                .body("status", is("FAILED"))
                .body("failures[0].reason", is("无人接听"));
        asrep().body(Map.of("rating", 4)).post(VISITS + id + "/done").then().statusCode(409);
        asrep().body(AftersalesFixture.plan())
                .post(VISITS + id + "/plan")
                .then()
                .statusCode(200);
    }

    @Test
    void noTicketIsMadeOfAVisitThatDidNotTakePlace() {
        UUID id = aftersales.plannedVisit(Instant.now());

        asrep().body(Map.of("kind", "SUPPORT", "text", "减速机有异响"))
                .post(VISITS + id + "/ticket")
                .then()
                .statusCode(409)
                .body("code", is("illegal-move"));
        asrep().get(VISITS + id).then().body("tickets.size()", is(0));
    }

    @Test
    void badFieldsWrongRolesAndOtherPeoplesOrdersAreRefused() {
        UUID id = aftersales.plannedVisit(Instant.now());

        asrep().body(Map.of("rating", 6))
                .post(VISITS + id + "/done")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("rating"));
        asrep().body(Map.of(
                        "on",
                        LocalDate.now(WorkingCalendar.SHANGHAI).minusDays(2).toString(),
                        "by",
                        SALES,
                        "manner",
                        "MAIL"))
                .post(VISITS + id + "/plan")
                .then()
                .statusCode(400)
                .body("errors[0].code", is("past"));
        as("li.qiang", "HEAD")
                .body(Map.of("rating", 5))
                .post(VISITS + id + "/done")
                .then()
                .statusCode(403);
        as("some.customer", "CUST").get(VISITS + id).then().statusCode(403);
        as("other.sales", "SALES").get(VISITS + id).then().statusCode(404);
        as("other.sales", "SALES")
                .body(Map.of("rating", 5))
                .post(VISITS + id + "/done")
                .then()
                .statusCode(404);
    }

    @Test
    void theListIsFilteredByStatusAndDueDate() {
        UUID id = aftersales.visit(Instant.now());
        String order = asrep().get(VISITS + id).then().extract().path("orderId");
        LocalDate due = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(7);

        for (var expected : Map.of("DUE&dueBefore=" + due.plusDays(1), 1, "DUE&dueBefore=" + due, 0, "DONE", 0)
                .entrySet())
            await().untilAsserted(() -> as(MERCH, "MERCH")
                    .get(VISITS + "?orderId=" + order + "&status=" + expected.getKey())
                    .then()
                    .statusCode(200)
                    .body("items.size()", is(expected.getValue())));
    }
}
