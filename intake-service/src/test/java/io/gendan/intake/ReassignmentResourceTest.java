package io.gendan.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.core.people.StaffDirectory;
import io.gendan.events.intake.OrderEvent.OrderTakerChanged;
import io.gendan.events.performance.StaffEvent.StaffRegistered;
import io.gendan.events.performance.StaffEvent.Substitute;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.gendan.intake.IntakeFixture.BIZ;
import static io.gendan.intake.IntakeFixture.FOREIGN_HEAD;
import static io.gendan.intake.IntakeFixture.HEAD;
import static io.gendan.intake.IntakeFixture.LEADER;
import static io.gendan.intake.IntakeFixture.MERCH;
import static io.gendan.intake.IntakeFixture.SALES;
import static io.gendan.intake.IntakeFixture.SENIOR_SALES;
import static io.gendan.intake.IntakeFixture.SUPERVISOR;
import static io.gendan.intake.IntakeFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class ReassignmentResourceTest {
    private static final String API = "/api/intake/v1/";
    private static final LocalDate TODAY = LocalDate.now(WorkingCalendar.SHANGHAI);

    @Inject
    IntakeFixture intake;

    @Inject
    StaffDirectory directory;

    @Inject
    Told told;

    private final String number = UUID.randomUUID().toString().substring(0, 8);
    private final String taker = "taker." + number;
    private final String boss = "boss." + number;

    @BeforeEach
    void people() {
        intake.registerStaff();
        tell(boss, "SUPV", HEAD, null, TODAY, List.of());
        tell(taker, "SALES", boss, null, TODAY, List.of());
        await().until(() -> directory.find(taker).isPresent());
    }

    @Test
    @Requirement("ORG-10")
    void nobodyGivesAwayHisOwnOrderNorDoesWhoeverIsNotAboveHim() {
        UUID order = intake.confirmedOrder();

        reassign(as(SALES, "SALES"), order, SENIOR_SALES)
                .statusCode(422)
                .body("code", is("own-work-not-reassigned"))
                .body("rule", is("work.reassignment"))
                .body("clause", is("004-R01 §17"))
                .body("version", notNullValue())
                .body("detail", containsString(SALES));
        var inChinese =
                RestAssured.given().auth().oauth2(Tokens.good(SALES, "SALES")).header("Accept-Language", "zh");
        reassign(json(inChinese), order, SENIOR_SALES).statusCode(422).body("detail", containsString("不得自行转派"));
        for (var other : List.of(as(FOREIGN_HEAD, "HEAD"), as(MERCH, "MERCH"), as(SENIOR_SALES, "SALES")))
            reassign(other, order, SENIOR_SALES).statusCode(422).body("code", is("work-not-yours-to-reassign"));

        order(order).body("orderTaker", is(SALES));
        assertThat(told.about(order)).doesNotContain("intake.order.order-taker-changed.v1");
        assertThat(told.rulingsOn(order)).contains("work.reassignment REFUSED");
    }

    @Test
    @Requirement("ORG-10")
    void hisSubstituteDoesNotEitherNorHeHimselfAsTheSubstituteOfHisSuperior() {
        UUID order = takenByTaker();
        tell(taker, "SALES", boss, null, TODAY, List.of(new Substitute(SENIOR_SALES, TODAY, TODAY)));
        tell(boss, "SUPV", HEAD, null, TODAY, List.of(new Substitute(taker, TODAY, TODAY)));
        await().until(() -> directory.representedBy(taker, TODAY).contains(boss)
                && directory.representedBy(SENIOR_SALES, TODAY).contains(taker));

        for (String username : List.of(taker, SENIOR_SALES))
            reassign(as(username, "SALES"), order, SALES).statusCode(422).body("code", is("own-work-not-reassigned"));
        order(order).body("orderTaker", is(taker));
    }

    @Test
    @Requirement("ORG-10")
    void whoStandsInForTheSuperiorGivesItAndItIsOnRecordForWhom() {
        UUID order = takenByTaker();
        tell(boss, "SUPV", HEAD, null, TODAY, List.of(new Substitute(MERCH, TODAY, TODAY)));
        await().until(() -> directory.representedBy(MERCH, TODAY).contains(boss));

        reassign(as(MERCH, "MERCH"), order, SALES).statusCode(200);
        given(order, MERCH, "MERCH")
                .body("items[0].givenBy.username", is(MERCH))
                .body("items[0].standsInFor.username", is(boss));
    }

    @Test
    @Requirement("ORG-10")
    void whatWaitsForTheFormerOneGoesAlongAndBothAreTold() {
        UUID order = intake.handedOverOrder();
        as(MERCH, "MERCH")
                .body(Map.of(
                        "recordType",
                        "order",
                        "recordId",
                        order,
                        "text",
                        "图纸在哪里？",
                        "to",
                        Map.of("person", SALES),
                        "question",
                        true))
                .post(API + "comments")
                .then()
                .statusCode(201);
        List<String> dues = deadlinesOf(order, SALES);

        reassign(as(SUPERVISOR, "SUPV"), order, SENIOR_SALES).statusCode(200).body("orderTaker", is(SENIOR_SALES));

        given(order, SUPERVISOR, "SUPV")
                .body("items", hasSize(1))
                .body("items[0].part", is("order-taker"))
                .body("items[0].former.username", is(SALES))
                .body("items[0].successor.username", is(SENIOR_SALES))
                .body("items[0].reason", is("长期休假"))
                .body("items[0].standsInFor", nullValue())
                .body("items[0].along.questions", is(1));
        as(SENIOR_SALES, "SALES")
                .get(API + "comments?recordType=order&recordId=" + order)
                .then()
                .statusCode(200)
                .body("items.toPerson.username", hasItem(SENIOR_SALES));
        assertThat(deadlinesOf(order, SALES)).isEmpty();
        assertThat(deadlinesOf(order, SENIOR_SALES)).containsAll(dues);
        for (String username : List.of(SALES, SENIOR_SALES))
            as(username, "SALES")
                    .get(API + "notices?recordId=" + order)
                    .then()
                    .body("items.text", hasItem(containsString("长期休假")));
        assertThat(told.bodies(order, OrderTakerChanged.class))
                .singleElement()
                .asString()
                .contains("\"former\":\"" + SALES + "\"", "\"orderTaker\":\"" + SENIOR_SALES + "\"");
        assertThat(told.rulingsOn(order)).contains("work.reassignment ALLOWED");
        assertThat(told.auditOf(order)).anyMatch(line -> line.startsWith(SUPERVISOR + " "));
    }

    @Test
    @Requirement({"ORG-10", "PER-55"})
    void theSuccessorIsOnDutyInductedAndOfARoleThatSuits() {
        UUID order = intake.confirmedOrder();
        var supervisor = List.of(
                List.of("nobody." + number, "does-not-exist"),
                List.of(SALES, "in-charge-already"),
                List.of(MERCH, "lacks-role"));
        for (var refused : supervisor)
            reassign(as(SUPERVISOR, "SUPV"), order, refused.getFirst())
                    .body("code", is("invalid"))
                    .body("errors[0].field", is("to"))
                    .body("errors[0].code", is(refused.getLast()));

        tell(taker, "SALES", boss, TODAY.minusDays(1), TODAY, List.of());
        await().until(() -> !directory.find(taker).orElseThrow().active());
        reassign(as(SUPERVISOR, "SUPV"), order, taker).body("errors[0].code", is("off-duty"));

        tell(taker, "SALES", boss, null, null, List.of());
        await().until(() -> directory.find(taker).orElseThrow().active());
        reassign(as(SUPERVISOR, "SUPV"), order, taker)
                .statusCode(422)
                .body("code", is("induction-not-recorded"))
                .body("rule", is("intake.induction"));
        order(order).body("orderTaker", is(SALES));
    }

    @Test
    @Requirement("ORG-10")
    void withoutAReasonOrOfAClosedRecordOrOfAnothersByNowItIsRefused() {
        UUID order = intake.confirmedOrder();
        as(SUPERVISOR, "SUPV")
                .body(Map.of("to", SENIOR_SALES, "reason", " "))
                .post(API + "orders/" + order + "/reassign")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("reason"));
        as(SUPERVISOR, "SUPV")
                .body(Map.of("from", taker, "to", SENIOR_SALES, "reason", "长期休假"))
                .post(API + "orders/" + order + "/reassign")
                .then()
                .statusCode(409)
                .body("code", is("another-in-charge"));
        as(SUPERVISOR, "SUPV")
                .body(Map.of("to", taker, "reason", "长期休假"))
                .post(API + "orders/" + order + "/reassign-merchandiser")
                .then()
                .statusCode(422)
                .body("code", is("nobody-in-charge"));

        as(SUPERVISOR, "SUPV")
                .body(Map.of("reason", "客户取消"))
                .post(API + "orders/" + order + "/cancel")
                .then()
                .statusCode(200);
        reassign(as(SUPERVISOR, "SUPV"), order, SENIOR_SALES).statusCode(409).body("code", is("illegal-move"));
    }

    @Test
    @Requirement("ORG-10")
    void ofTwoWhoReassignAtOnceOneDoesAndWithOneKeyItHappensOnce() throws Exception {
        UUID order = intake.confirmedOrder();
        Callable<Integer> one = () -> raced(as(LEADER, "LEAD"), order, SENIOR_SALES);
        Callable<Integer> other = () -> raced(as(HEAD, "HEAD"), order, taker);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(List.of(one, other)).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(told.about(order)).containsOnlyOnce("intake.order.order-taker-changed.v1");

        for (int times = 0; times < 2; times++)
            reassign(as(HEAD, "HEAD").header("Idempotency-Key", "back-" + number), order, SALES)
                    .statusCode(200)
                    .body("orderTaker", is(SALES));
        assertThat(told.bodies(order, OrderTakerChanged.class)).hasSize(2);
    }

    @Test
    @Requirement("ORG-10")
    void inquiryQuotationAndMerchandiserGoTheSameWay() {
        UUID inquiry = intake.inquiry(intake.customer());
        refusedToHimselfThenGiven("inquiries/" + inquiry + "/reassign", SALES, "SALES", SENIOR_SALES)
                .body("inCharge", is(SENIOR_SALES))
                .body("receivedBy", is(SALES));
        tell(taker, "BIZ", HEAD, null, TODAY, List.of());
        await().until(() -> directory.find(taker).orElseThrow().roles().contains("BIZ"));
        UUID quotation = intake.submittedQuotation();
        refusedToHimselfThenGiven("quotations/" + quotation + "/reassign", BIZ, "BIZ", taker)
                .body("inCharge", is(taker))
                .body("author", is(BIZ));
        tell(boss, "MERCH", HEAD, null, TODAY, List.of());
        await().until(() -> directory.find(boss).orElseThrow().roles().contains("MERCH"));
        UUID order = intake.handedOverOrder();
        refusedToHimselfThenGiven("orders/" + order + "/reassign-merchandiser", MERCH, "MERCH", boss)
                .body("merchandiser", is(boss));
        assertThat(told.about(order)).contains("intake.order.merchandiser-changed.v1");
    }

    @Test
    @Requirement("ORG-10")
    void everythingOpenOfAPersonGoesPieceByPieceAndTheAnswerSaysWhatStayed() {
        takenByTaker();
        takenByTaker();
        giveAll(as(taker, "SALES"), SENIOR_SALES, null).statusCode(422).body("code", is("own-work-not-reassigned"));
        giveAll(as(FOREIGN_HEAD, "HEAD"), SENIOR_SALES, null)
                .statusCode(422)
                .body("code", is("work-not-yours-to-reassign"));

        giveAll(as(boss, "SUPV"), MERCH, null)
                .statusCode(200)
                .body("moved", empty())
                .body("refused", hasSize(1))
                .body("refused[0].code", is("invalid"));
        String next = giveAll(as(boss, "SUPV"), SENIOR_SALES, null)
                .statusCode(200)
                .body("moved", hasSize(1))
                .body("moved[0].part", is("order-taker"))
                .body("refused", empty())
                .extract()
                .path("next");
        giveAll(as(boss, "SUPV"), SENIOR_SALES, next).body("moved", hasSize(1)).body("next", nullValue());
        giveAll(as(boss, "SUPV"), SENIOR_SALES, null).body("moved", empty()).body("refused", empty());
        giveAll(as(boss, "SUPV"), SENIOR_SALES, "nonsense").statusCode(400);

        as(LEADER, "LEAD")
                .get(API + "reassignments?person=" + taker)
                .then()
                .body("items.part", everyItem(is("order-taker")));
        as(MERCH, "MERCH").get(API + "reassignments?person=" + taker).then().body("items", empty());
    }

    private ValidatableResponse refusedToHimselfThenGiven(String path, String holder, String role, String successor) {
        as(holder, role)
                .body(Map.of("to", successor, "reason", "长期休假"))
                .post(API + path)
                .then()
                .statusCode(422)
                .body("code", is("own-work-not-reassigned"));
        return as(HEAD, "HEAD")
                .body(Map.of("to", successor, "reason", "长期休假"))
                .post(API + path)
                .then()
                .statusCode(200);
    }

    private UUID takenByTaker() {
        UUID order = intake.confirmedOrder();
        reassign(as(HEAD, "HEAD"), order, taker).statusCode(200);
        return order;
    }

    private ValidatableResponse giveAll(RequestSpecification by, String successor, String after) {
        var request = new HashMap<String, Object>(Map.of("from", taker, "to", successor, "reason", "长期休假", "limit", 1));
        if (after != null) request.put("after", after);
        return by.body(request).post(API + "reassignments").then();
    }

    private static ValidatableResponse reassign(RequestSpecification by, UUID order, String successor) {
        return by.body(Map.of("to", successor, "reason", "长期休假"))
                .post(API + "orders/" + order + "/reassign")
                .then();
    }

    private static int raced(RequestSpecification by, UUID order, String successor) {
        return by.body(Map.of("from", SALES, "to", successor, "reason", "长期休假"))
                .post(API + "orders/" + order + "/reassign")
                .statusCode();
    }

    private static ValidatableResponse order(UUID order) {
        return as(MERCH, "MERCH").get(API + "orders/" + order).then();
    }

    private static ValidatableResponse given(UUID order, String username, String role) {
        return as(username, role).get(API + "reassignments?recordId=" + order).then();
    }

    private static List<String> deadlinesOf(UUID order, String owner) {
        return as(LEADER, "LEAD")
                .get(API + "deadlines?status=RUNNING&recordId=" + order + "&owner=" + owner)
                .then()
                .extract()
                .path("items.due");
    }

    private static RequestSpecification as(String username, String role) {
        return json(Tokens.as(username, role));
    }

    private void tell(
            String username,
            String role,
            String superior,
            LocalDate lastDay,
            LocalDate inducted,
            List<Substitute> substitutes) {
        intake.send(
                "performance-staff",
                new StaffRegistered(
                        UUID.nameUUIDFromBytes(username.getBytes()),
                        username,
                        "sales-east",
                        "general",
                        "L2",
                        superior,
                        Set.of(role),
                        LocalDate.of(2020, 1, 1),
                        lastDay,
                        Instant.now(),
                        username,
                        null,
                        null,
                        inducted,
                        substitutes,
                        null));
    }
}
