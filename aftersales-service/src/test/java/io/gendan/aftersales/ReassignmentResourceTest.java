package io.gendan.aftersales;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.core.people.StaffDirectory;
import io.gendan.events.intake.OrderEvent.MerchandiserChanged;
import io.gendan.testing.Requirement;
import io.gendan.testing.Told;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.gendan.aftersales.AftersalesFixture.ASREP;
import static io.gendan.aftersales.AftersalesFixture.HEAD;
import static io.gendan.aftersales.AftersalesFixture.MERCH;
import static io.gendan.aftersales.AftersalesFixture.TICKETS;
import static io.gendan.aftersales.AftersalesFixture.VISITS;
import static io.gendan.aftersales.AftersalesFixture.as;
import static io.gendan.aftersales.AftersalesFixture.asrep;
import static io.gendan.aftersales.AftersalesFixture.toDepartment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

@QuarkusTest
class ReassignmentResourceTest {
    private static final String API = "/api/aftersales/v1/";
    private static final String COLLEAGUE = "lin.na";
    private static final String FOREIGN_HEAD = "kong.wei";

    @Inject
    AftersalesFixture aftersales;

    @Inject
    StaffDirectory directory;

    @Inject
    Told told;

    @BeforeEach
    void people() {
        aftersales.office();
        aftersales.register(FOREIGN_HEAD, "qian.lin", "HEAD");
        aftersales.register("sun.lei", HEAD, "BIZ");
        aftersales.register(COLLEAGUE, HEAD, "ASREP");
        await().until(() -> directory.find(COLLEAGUE).isPresent());
    }

    @Test
    @Requirement("ORG-10")
    void aTicketGoesToAColleagueByTheSuperiorOnlyAndItsLimitsGoAlong() {
        UUID order = aftersales.order();
        String ticket = TICKETS + aftersales.ticket(order, "COMPLAINT");
        UUID id = UUID.fromString(ticket.substring(TICKETS.length()));
        List<String> dues = deadlines(id, ASREP);
        assertThat(dues).isNotEmpty();

        give(asrep(), ticket, COLLEAGUE)
                .statusCode(422)
                .body("code", is("own-work-not-reassigned"))
                .body("rule", is("work.reassignment"))
                .body("clause", is("004-R01 §17"));
        give(as(FOREIGN_HEAD, "HEAD"), ticket, COLLEAGUE)
                .statusCode(422)
                .body("code", is("work-not-yours-to-reassign"));
        give(as(HEAD, "HEAD"), ticket, "nobody.here").statusCode(400).body("errors[0].code", is("does-not-exist"));
        give(as(HEAD, "HEAD"), ticket, FOREIGN_HEAD).statusCode(400).body("errors[0].code", is("lacks-role"));
        as(HEAD, "HEAD")
                .body(Map.of("to", COLLEAGUE))
                .post(ticket + "/reassign")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("reason"));
        as(HEAD, "HEAD")
                .body(Map.of("from", MERCH, "to", COLLEAGUE, "reason", "长期休假"))
                .post(ticket + "/reassign")
                .then()
                .statusCode(409)
                .body("code", is("another-in-charge"));

        for (int times = 0; times < 2; times++)
            give(as(HEAD, "HEAD").header("Idempotency-Key", "give-" + id), ticket, COLLEAGUE)
                    .statusCode(200)
                    .body("inCharge", is(COLLEAGUE));
        assertThat(deadlines(id, ASREP)).isEmpty();
        assertThat(deadlines(id, COLLEAGUE)).containsExactlyInAnyOrderElementsOf(dues);
        assertThat(told.about(order)).containsOnlyOnce("aftersales.ticket.reassigned.v1");
        assertThat(told.rulingsOn(id)).contains("work.reassignment REFUSED", "work.reassignment ALLOWED");
    }

    @Test
    @Requirement("ORG-10")
    void whoInvestigatesAndWhoVisitsGoTheSameWayAndAllOfAPersonAtOnce() {
        UUID complaint = aftersales.ticket(aftersales.order(), "COMPLAINT");
        toDepartment(complaint);
        as("sun.lei", "BIZ")
                .body(Map.of("to", COLLEAGUE, "reason", "长期休假"))
                .post(TICKETS + complaint + "/reassign-investigator")
                .then()
                .statusCode(422)
                .body("code", is("own-work-not-reassigned"));
        as(HEAD, "HEAD")
                .body(Map.of("to", COLLEAGUE, "reason", "长期休假"))
                .post(TICKETS + complaint + "/reassign-investigator")
                .then()
                .statusCode(200)
                .body("handler", is(COLLEAGUE));

        UUID due = aftersales.visit(Instant.now());
        give(as(HEAD, "HEAD"), VISITS + due, COLLEAGUE).statusCode(422).body("code", is("nobody-in-charge"));
        UUID visit = aftersales.plannedVisit(Instant.now());
        give(asrep(), VISITS + visit, COLLEAGUE).statusCode(422).body("code", is("own-work-not-reassigned"));
        give(as(HEAD, "HEAD"), VISITS + visit, COLLEAGUE).statusCode(200).body("plan.by", is(COLLEAGUE));

        var all = Map.of("from", COLLEAGUE, "to", ASREP, "reason", "离职", "limit", 200);
        as(COLLEAGUE, "ASREP").body(all).post(API + "reassignments").then().statusCode(422);
        as(HEAD, "HEAD")
                .body(all)
                .post(API + "reassignments")
                .then()
                .statusCode(200)
                .body("moved.part", hasItem("investigator"))
                .body("moved.part", hasItem("visitor"))
                .body("refused", empty());
        asrep().get(VISITS + visit).then().body("plan.by", is(ASREP));
    }

    @Test
    @Requirement("ORG-10")
    void anotherMerchandiserOfTheOrderIsThatOfItsOpenVisitAndNotOfOneThatWasMade() {
        UUID open = aftersales.plannedVisit(Instant.now());
        UUID made = aftersales.plannedVisit(Instant.now());
        asrep().body(Map.of("rating", 5)).post(VISITS + made + "/done").then().statusCode(200);

        for (UUID visit : List.of(made, open)) {
            UUID order = UUID.fromString(asrep().get(VISITS + visit).path("orderId"));
            aftersales.send("intake-orders", new MerchandiserChanged(order, MERCH, "feng.li", HEAD, Instant.now()));
        }

        await().untilAsserted(() -> asrep().get(VISITS + open).then().body("merchandiser", is("feng.li")));
        asrep().get(VISITS + made).then().body("merchandiser", is(MERCH));
    }

    private static ValidatableResponse give(RequestSpecification by, String record, String successor) {
        return by.body(Map.of("to", successor, "reason", "长期休假"))
                .post(record + "/reassign")
                .then();
    }

    private static List<String> deadlines(UUID record, String owner) {
        return as("qian.lin", "LEAD")
                .get(API + "deadlines?status=RUNNING&recordId=" + record + "&owner=" + owner)
                .then()
                .extract()
                .path("items.due");
    }
}
