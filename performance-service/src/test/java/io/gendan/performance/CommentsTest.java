package io.gendan.performance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import static io.gendan.performance.PerformanceFixture.API;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

/** Who sees what is said about reviews and versions of rules. */
@QuarkusTest
class CommentsTest {
    private static final String COMMENTS = API + "comments";
    private static final LocalDate LAST_QUARTER =
            LocalDate.now(WorkingCalendar.SHANGHAI).minusMonths(3);

    @Inject
    PerformanceFixture fixture;

    @Test
    @Requirement({"INF-03", "SEC-08"})
    void whoSeesNoResultOfAReviewSeesNoCommentsOnItAndCustomersSeeNone() {
        var company = fixture.company();
        var others = fixture.company();
        String review = as(company.head(), "HEAD")
                .body(Map.of(
                        "period",
                        "%d-Q%d".formatted(LAST_QUARTER.getYear(), (LAST_QUARTER.getMonthValue() + 2) / 3),
                        "unit",
                        company.unit()))
                .post(API + "reviews")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var request = comment("review", review);
        String list = list("review", review);
        as(company.head(), "HEAD").body(request).post(COMMENTS).then().statusCode(201);

        as(company.seller(), "SALES").get(list).then().statusCode(200).body("items.text", contains("内部意见"));
        for (String stranger : List.of(others.seller(), others.head())) {
            as(stranger, "SALES").get(API + "reviews/" + review).then().statusCode(404);
            as(stranger, "SALES").get(list).then().statusCode(404).body("code", is("not-found"));
            as(stranger, "SALES").body(request).post(COMMENTS).then().statusCode(404);
        }
        as("portal", "CUST").get(list).then().statusCode(403);
        as("portal", "CUST").body(request).post(COMMENTS).then().statusCode(403);
    }

    @Test
    @Requirement("INF-03")
    void publishedVersionsOfRulesAreTalkedAboutByAllOfTheStaffAndNotByCustomers() {
        var company = fixture.company();
        String version = as(company.head(), "HEAD")
                .body(Map.of(
                        "rule",
                        "intake.authority.sales.L1",
                        "unit",
                        company.unit(),
                        "content",
                        Map.of(
                                "values",
                                Map.of("amount", 40000),
                                "effectiveFrom",
                                Instant.now().plusSeconds(86_400).toString(),
                                "reason",
                                "试点调整接单权限")))
                .post(API + "rule-versions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var request = comment("rule-version", version);
        as(company.head(), "HEAD").body(request).post(COMMENTS).then().statusCode(201);
        as(company.seller(), "SALES").body(request).post(COMMENTS).then().statusCode(404);
        as(company.seller(), "SALES").get(list("rule-version", version)).then().statusCode(404);

        as(company.head(), "HEAD").post(API + "rule-versions/" + version + "/submit");
        as(company.legal(), "LEGAL").post(API + "rule-versions/" + version + "/approve");
        as(company.leader(), "LEAD")
                .post(API + "rule-versions/" + version + "/approve")
                .then()
                .statusCode(200);
        as(company.seller(), "SALES").body(request).post(COMMENTS).then().statusCode(201);

        as(company.clerk(), "CS")
                .get(list("rule-version", version))
                .then()
                .statusCode(200)
                .body("items.text", contains("内部意见", "内部意见"));
        as("portal", "CUST").get(list("rule-version", version)).then().statusCode(403);
        as("portal", "CUST").body(request).post(COMMENTS).then().statusCode(403);
    }

    private static Map<String, Object> comment(String type, String id) {
        return Map.of("recordType", type, "recordId", id, "text", "内部意见");
    }

    private static String list(String type, String id) {
        return COMMENTS + "?recordType=" + type + "&recordId=" + id;
    }

    private static RequestSpecification as(String username, String... roles) {
        return Tokens.as(username, roles).contentType(ContentType.JSON);
    }
}
