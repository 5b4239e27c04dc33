package io.gendan.performance.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.core.store.Ids;
import io.gendan.performance.PerformanceFixture;
import io.gendan.performance.PerformanceFixture.Company;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.gendan.performance.PerformanceFixture.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class ReviewResourceTest {
    private static final String REVIEWS = API + "reviews/";
    private static final LocalDate LAST_QUARTER =
            LocalDate.now(WorkingCalendar.SHANGHAI).minusMonths(3);
    private static final String PERIOD =
            "%d-Q%d".formatted(LAST_QUARTER.getYear(), (LAST_QUARTER.getMonthValue() + 2) / 3);
    /** Some moment in the quarter before this one. */
    private static final Instant THEN = LAST_QUARTER
            .withMonth((LAST_QUARTER.getMonthValue() - 1) / 3 * 3 + 2)
            .atStartOfDay(ZoneId.of("Asia/Shanghai"))
            .toInstant();

    @Inject
    PerformanceFixture fixture;

    @Inject
    Told told;

    private Company company;

    @BeforeEach
    void people() {
        company = fixture.company();
    }

    @Test
    @Requirement({"PER-01", "PER-02", "PER-03", "PER-08", "PER-10", "PER-16", "PER-17", "PER-20"})
    void figuresComeFromTheEventsAlone() {
        fixture.completedOrder(company, THEN, 0, 5);
        UUID wrong = fixture.completedOrder(company, THEN, 2, 4);
        fixture.corrected(wrong, "ORDER_TAKER", company.seller(), THEN);
        fixture.corrected(wrong, "ORDER_TAKER", company.seller(), THEN);
        fixture.confirmedOrder(company, THEN);
        fixture.confirmedOrder(company, THEN.minusSeconds(200 * 86_400)); // before the period
        fixture.complaint(wrong, company.follower(), THEN);
        fixture.awaitFactsOf(company.seller(), 14);
        fixture.awaitFactsOf(company.follower(), 9);

        UUID id = opened();

        // seller: 3 orders of 20 are 15.00; accuracy 50.00 of 98 is 51.02; rating 4.50 is 100.00; no complaint 100.00
        // (30 × 15.00 + 30 × 51.02 + 25 × 100.00 + 15 × 100.00) ÷ 100 = 59.806
        result(id, company.seller())
                .body("score", is(59.81f))
                .body("grade", is("D"))
                .body("kpis.find { it.kpi == 'orders-taken' }.value", is(3))
                .body("kpis.find { it.kpi == 'order-accuracy' }.value", is(50.00f))
                .body("kpis.find { it.kpi == 'order-accuracy' }.points", is(51.02f))
                .body("kpis.find { it.kpi == 'customer-satisfaction' }.value", is(4.50f));
        // follower: completion 100 → 100.00; on time 50.00 of 95 is 52.63; rating → 100.00; one complaint 75.00
        // (25 × 100.00 + 35 × 52.63 + 25 × 100.00 + 15 × 75.00) ÷ 100 = 79.6705
        result(id, company.follower()).body("score", is(79.67f)).body("grade", is("C"));
        // clerk: nothing answered 0.00, no rating at all, no complaint 100.00: (35 × 0 + 20 × 100) ÷ 55 = 36.36
        result(id, company.clerk())
                .body("score", is(36.36f))
                .body("kpis.find { it.kpi == 'customer-satisfaction' }.value", nullValue())
                .body("kpis.find { it.kpi == 'customer-satisfaction' }.points", nullValue());
        assertThat(told.about(id)).containsExactly("performance.review.opened.v1");
        assertThat(told.rulingsOn(id)).containsExactlyInAnyOrder("review.reviewer ALLOWED", "review.cycle COMPUTED");
        assertThat(told.rulingsOn(
                        UUID.fromString(result(id, company.seller()).extract().path("id"))))
                .containsExactlyInAnyOrder("review.kpi-set COMPUTED", "review.bands COMPUTED");
    }

    @Test
    @Requirement("PER-17")
    void aValueLeadsToTheFactsItWasComputedFrom() {
        UUID first = fixture.completedOrder(company, THEN, 0, 5);
        UUID second = fixture.completedOrder(company, THEN, 0, 5);
        fixture.corrected(second, "ORDER_TAKER", company.seller(), THEN);
        fixture.awaitFactsOf(company.seller(), 11);
        UUID id = opened();

        String facts = REVIEWS + id + "/results/" + company.seller() + "/kpis/order-accuracy/facts";
        Tokens.as(company.seller(), "SALES")
                .get(facts)
                .then()
                .statusCode(200)
                .body("items.recordType", is(List.of("order", "order", "order")))
                .body("items.findAll { it.kind == 'ORDER_RELEASED' }.recordId", hasItem(first.toString()))
                .body("items.find { it.kind == 'ORDER_TAKER_ERROR' }.recordId", is(second.toString()))
                .body("next", nullValue());
        String next = Tokens.as("hr", "HR")
                .queryParam("limit", 2)
                .get(facts)
                .then()
                .body("items", hasSize(2))
                .extract()
                .path("next");
        Tokens.as("hr", "HR").queryParam("after", next).get(facts).then().body("items", hasSize(1));
        Tokens.as("hr", "HR")
                .get(facts.replace("order-accuracy", "charm"))
                .then()
                .statusCode(404);
    }

    @Test
    @Requirement("PER-17")
    void theSameFactsGiveTheSameResultAndLaterOnesDoNotChangeIt() {
        fixture.completedOrder(company, THEN, 1, 3);
        fixture.completedOrder(company, THEN, 0, 4);
        fixture.awaitFactsOf(company.follower(), 8);
        String upTo = THEN.plusSeconds(3600).toString();
        UUID first = opened(upTo);
        var before = resultsOf(first);
        fixture.completedOrder(
                company, THEN.plusSeconds(3600), 0, 1); // at the moment of freezing: not counted any more
        fixture.awaitFactsOf(company.follower(), 12);

        UUID second = opened(upTo);

        assertThat(resultsOf(second)).isEqualTo(before);
        assertThat(resultsOf(first)).isEqualTo(before);
        assertThat(factsOf(second, "orders-taken"))
                .isEqualTo(factsOf(first, "orders-taken"))
                .hasSize(2);
    }

    @Test
    @Requirement("PER-18")
    void aReviewGoesItsWayToPublication() {
        UUID id = opened();

        json(company.seller(), "SALES")
                .body(Map.of("text", "本季度完成目标"))
                .post(REVIEWS + id + "/self-assessment")
                .then()
                .statusCode(200)
                .body("status", is("SELF_ASSESSMENT"))
                .body("results.username", is(List.of(company.seller())))
                .body("results[0].selfAssessment", is("本季度完成目标"));
        json(company.clerk(), "CS")
                .body(Map.of("text", "无"))
                .post(REVIEWS + id + "/self-assessment")
                .then()
                .statusCode(200);
        post(company.head(), "HEAD", id, "/head-review", Map.of("comments", "同意"))
                .statusCode(200)
                .body("status", is("HEAD_REVIEW"));
        post("hr", "HR", id, "/hr-check", null).statusCode(200).body("status", is("HR_CHECK"));
        post("hr", "HR", id, "/publish", null)
                .statusCode(200)
                .body("status", is("PUBLISHED"))
                .body("publishedBy", is("hr"));

        post("hr", "HR", id, "/publish", null).statusCode(409).body("code", is("illegal-move"));
        assertThat(told.about(id)).containsExactly("performance.review.opened.v1", "performance.review.published.v1");
        assertThat(told.auditOf(id)).hasSize(6 + 1);
    }

    @Test
    @Requirement("PER-18")
    void onlyTheHeadOfTheUnitReviewsAndNotHimself() {
        Company other = fixture.company();

        open(other.head(), "HEAD", request(PERIOD, company.unit()))
                .statusCode(422)
                .body("code", is("review-not-of-own-staff"))
                .body("rule", is("review.reviewer"))
                .body("clause", is("001 §7.2"));
        open(company.supervisor(), "SUPV", request(PERIOD, company.unit())).statusCode(422);
        open(company.seller(), "SALES", request(PERIOD, company.unit()))
                .statusCode(403)
                .body("code", is("role-missing"));
        Tokens.as("hr", "HR")
                .queryParam("unit", company.unit())
                .get(REVIEWS)
                .then()
                .body("items", hasSize(0));

        UUID id = opened();
        Tokens.as("hr", "HR")
                .get(REVIEWS + id)
                .then()
                .body("people", is(3))
                .body("results.username", not(hasItem(company.head())));
        post(other.head(), "HEAD", id, "/head-review", Map.of("comments", "同意")).statusCode(422);
    }

    @Test
    void whoGaveTheOpinionDoesNotCheckIt() {
        UUID id = opened();
        post(company.head(), "HEAD", id, "/head-review", Map.of("comments", "同意"))
                .statusCode(200);

        post(company.head(), "HR", id, "/hr-check", null)
                .statusCode(422)
                .body("code", is("review-of-own-work"))
                .body("rule", is("review.reviewer"));
        post(company.seller(), "HR", id, "/hr-check", null).statusCode(422);
        Tokens.as("hr", "HR").get(REVIEWS + id).then().body("status", is("HEAD_REVIEW"));
    }

    @Test
    @Requirement("SEC-22")
    void resultsAreSeenByThePersonHisSuperiorsHrAuditorAndLeaderAlone() {
        UUID id = opened();
        String result = REVIEWS + id + "/results/" + company.seller();
        Company other = fixture.company();

        for (var reader : Map.of(
                        company.seller(),
                        "SALES",
                        company.supervisor(),
                        "SUPV",
                        company.head(),
                        "HEAD",
                        company.leader(),
                        "LEAD",
                        "hr",
                        "HR",
                        "auditor",
                        "AUDIT")
                .entrySet())
            Tokens.as(reader.getKey(), reader.getValue()).get(result).then().statusCode(200);
        for (var stranger : Map.of(
                        company.clerk(),
                        "CS",
                        other.head(),
                        "HEAD",
                        other.supervisor(),
                        "SUPV",
                        "admin",
                        "ADMIN",
                        "customer01",
                        "CUST")
                .entrySet()) {
            Tokens.as(stranger.getKey(), stranger.getValue()).get(result).then().statusCode(404);
            Tokens.as(stranger.getKey(), stranger.getValue())
                    .get(result + "/kpis/orders-taken/facts")
                    .then()
                    .statusCode(404);
        }
        Tokens.as(other.head(), "HEAD").get(REVIEWS + id).then().statusCode(404);
        Tokens.as(other.head(), "HEAD").get(REVIEWS).then().statusCode(200).body("items", hasSize(0));
        Tokens.as(company.clerk(), "CS")
                .get(REVIEWS)
                .then()
                .body("items.id", is(List.of(id.toString())))
                .body("items[0].results", nullValue());
        Tokens.as(company.clerk(), "CS")
                .get(REVIEWS + id)
                .then()
                .body("results.username", is(List.of(company.clerk())));
        json(other.seller(), "SALES")
                .body(Map.of("text", "x"))
                .post(REVIEWS + id + "/self-assessment")
                .then()
                .statusCode(404);
    }

    @Test
    void aWholePeriodIsReviewedOnceAndARunningOneUpToNow() {
        opened();
        open(company.head(), "HEAD", request(PERIOD, company.unit()))
                .statusCode(409)
                .body("code", is("review-exists"));

        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        String running = "%d-Q%d".formatted(today.getYear(), (today.getMonthValue() + 2) / 3);
        open(company.head(), "HEAD", request(running, company.unit()))
                .statusCode(201)
                .body("interim", is(true))
                .body("dataUntil", notNullValue());
        open(company.head(), "HEAD", request(running, company.unit())).statusCode(201);
    }

    @Test
    void aRepeatWithTheSameKeyOpensNoSecondReview() {
        String key = "review-" + Ids.next();
        UUID first = id(json(company.head(), "HEAD")
                .header("Idempotency-Key", key)
                .body(request(PERIOD, company.unit()))
                .post(REVIEWS)
                .then());
        UUID second = id(json(company.head(), "HEAD")
                .header("Idempotency-Key", key)
                .body(request(PERIOD, company.unit()))
                .post(REVIEWS)
                .then());

        assertThat(second).isEqualTo(first);
    }

    @Test
    void badRequestsAreNamedFieldByField() {
        open(company.head(), "HEAD", request("2026-13", company.unit()))
                .statusCode(400)
                .body("errors[0].field", is("period"))
                .body("errors[0].code", is("not-of-the-cycle"));
        open(company.head(), "HEAD", request("2099-Q1", company.unit()))
                .statusCode(400)
                .body("errors[0].code", is("not-begun"));
        open(company.head(), "HEAD", request(PERIOD, "NOWHERE")).statusCode(400).body("errors[0].field", is("unit"));
        var late = request(PERIOD, company.unit());
        late.put("upTo", Instant.now().plusSeconds(60).toString());
        open(company.head(), "HEAD", late).statusCode(400).body("errors[0].code", is("outside-the-period"));
        Tokens.as("hr", "HR").get(REVIEWS + Ids.next()).then().statusCode(404);
    }

    private UUID opened() {
        return id(open(company.head(), "HEAD", request(PERIOD, company.unit())));
    }

    private UUID opened(String upTo) {
        var request = request(PERIOD, company.unit());
        request.put("upTo", upTo);
        return id(open(company.head(), "HEAD", request));
    }

    private static ValidatableResponse open(String username, String role, Map<String, String> request) {
        return json(username, role).body(request).post(REVIEWS).then();
    }

    private static Map<String, String> request(String period, String unit) {
        return new HashMap<>(Map.of("period", period, "unit", unit));
    }

    private static ValidatableResponse post(
            String username, String role, UUID id, String path, Map<String, String> body) {
        RequestSpecification request = json(username, role);
        return (body == null ? request : request.body(body))
                .post(REVIEWS + id + path)
                .then();
    }

    private static ValidatableResponse result(UUID id, String username) {
        return Tokens.as("hr", "HR")
                .get(REVIEWS + id + "/results/" + username)
                .then()
                .statusCode(200);
    }

    /** Everything but the ids, as the database has it. */
    private static List<Map<String, Object>> resultsOf(UUID id) {
        List<Map<String, Object>> results = Tokens.as("hr", "HR")
                .get(REVIEWS + id)
                .then()
                .extract()
                .jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.BIG_DECIMAL))
                .getList("results");
        return results.stream()
                .map(result -> {
                    var content = new HashMap<>(result);
                    content.keySet().removeAll(List.of("id", "reviewId"));
                    return (Map<String, Object>) content;
                })
                .toList();
    }

    private List<String> factsOf(UUID id, String kpi) {
        return Tokens.as("hr", "HR")
                .get(REVIEWS + id + "/results/" + company.seller() + "/kpis/" + kpi + "/facts")
                .then()
                .extract()
                .path("items.id");
    }

    private static RequestSpecification json(String username, String role) {
        return Tokens.as(username, role).contentType(ContentType.JSON);
    }

    private static UUID id(ValidatableResponse response) {
        return UUID.fromString(response.statusCode(201).extract().path("id"));
    }
}
