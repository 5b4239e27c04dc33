package io.gendan.performance.rule;

import java.time.Instant;
import java.util.Map;

import jakarta.inject.Inject;

import io.gendan.performance.PerformanceFixture;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.gendan.performance.PerformanceFixture.API;
import static io.gendan.performance.rule.RuleRegisterFixture.AUTHORITY;
import static io.gendan.performance.rule.RuleRegisterFixture.VERSIONS;
import static io.gendan.performance.rule.RuleRegisterFixture.act;
import static io.gendan.performance.rule.RuleRegisterFixture.as;
import static io.gendan.performance.rule.RuleRegisterFixture.content;
import static io.gendan.performance.rule.RuleRegisterFixture.draft;
import static io.gendan.performance.rule.RuleRegisterFixture.refused;
import static io.gendan.performance.rule.RuleRegisterFixture.soon;
import static io.gendan.performance.rule.RuleRegisterFixture.unitLimit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

@QuarkusTest
class RuleDraftTest {
    @Inject
    PerformanceFixture performance;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"amount": -1}                 | values.amount     | not-from-zero-on    | -1 不是大于或等于零的数字 | -1 is not a number of at least 0
            {"amount": "much"}             | values.amount     | not-a-number        | 不是数字                  | is not a number
            {"amount": 0}                  | values.amount     | not-above-zero      | 必须大于零                | is not above 0
            {"complexity": ["impossible"]} | values.complexity | none-of-the-choices | “impossible”不在可选值    | "impossible" is none of simple, complex
            {"complexity": []}             | values.complexity | empty               | 不能为空                  | is empty
            {"amount": 1e300}              | values.amount     | out-of-bounds       | 过大                      | is larger
            {"amount": 1e999}              | values.amount     | not-a-number        | 不是数字                  | is not a number
            {"amount": 0.0000001}          | values.amount     | out-of-bounds       | 小数位过多                | more decimals
            {"nap": true}                  | values.nap        | no-such-parameter   | 该规则没有此参数          | is no parameter of this rule
            """)
    @Requirement("SUP-18")
    void valuesThatDoNotFitTheRuleAreNamedInTheCallersLanguage(
            String values, String field, String code, String chinese, String english) {
        String head = performance.company().head();

        faulty(head, "zh", values)
                .body("errors.field", contains(field))
                .body("errors.code", contains(code))
                .body("errors[0].message", containsString(chinese));
        faulty(head, "en", values).body("errors[0].message", containsString(english));
    }

    private static ValidatableResponse faulty(String head, String language, String values) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.good(head, "HEAD"))
                .contentType("application/json")
                .header("Accept-Language", language)
                .body("""
                        {"rule": "%s", "content": {"values": %s, "effectiveFrom": "%s", "reason": "调整"}}""".formatted(AUTHORITY, values, soon()))
                .post(VERSIONS)
                .then()
                .statusCode(400);
    }

    @Test
    void whatCannotBeAVersionIsRefusedWithFieldAndReason() {
        var company = performance.company();
        var head = company.head();

        refused(
                        head,
                        Map.of(
                                "rule",
                                AUTHORITY,
                                "content",
                                content(Map.of("amount", 1), Instant.now().minusSeconds(60))))
                .body("errors.field", hasItem("effectiveFrom"))
                .body("errors.code", hasItem("past"));
        for (String[] moment : new String[][] {{"1001-01-01T00:00:00Z", "past"}, {"9001-01-01T00:00:00Z", "too-far"}})
            refused(head, Map.of("rule", AUTHORITY, "content", content(Map.of("amount", 1), Instant.parse(moment[0]))))
                    .body("errors.field", contains("effectiveFrom"))
                    .body("errors.code", contains(moment[1]));
        refused(
                        head,
                        Map.of(
                                "rule",
                                AUTHORITY,
                                "unit",
                                company.unit(),
                                "content",
                                Map.of("endsException", true, "effectiveFrom", soon().toString(), "reason", "x")))
                .body("errors.code", hasItem("no-exception"));
        refused(head, Map.of("rule", AUTHORITY, "unit", "NOWHERE", "content", content(Map.of("amount", 1), soon())))
                .body("errors.field", hasItem("unit"));
        refused(head, Map.of("rule", AUTHORITY, "profile", "nothing", "content", content(Map.of("amount", 1), soon())))
                .body("errors.field", hasItem("profile"));
        refused(
                        head,
                        Map.of(
                                "rule",
                                AUTHORITY,
                                "unit",
                                company.unit(),
                                "profile",
                                "trade",
                                "content",
                                content(Map.of("amount", 1), soon())))
                .body("errors.code", hasItem("not-with-profile"));
        refused(
                        head,
                        Map.of(
                                "rule",
                                AUTHORITY,
                                "content",
                                Map.of("endsException", true, "effectiveFrom", soon().toString(), "reason", "x")))
                .body("errors.code", hasItem("no-exception"));
        refused(head, Map.of("rule", AUTHORITY, "content", Map.of("effectiveFrom", soon().toString(), "reason", "x")))
                .body("errors.field", hasItem("values"));
        draft(as(head, "HEAD"), Map.of("rule", "no.such.rule", "content", content(Map.of("amount", 1), soon())))
                .statusCode(404);
        draft(as(company.seller(), "SALES"), unitLimit(company.unit(), 1, soon()))
                .statusCode(403);
        String same = as(head, "HEAD").get(API + "rules/" + AUTHORITY).path("versions[-1].values.amount") + "";
        draft(as(head, "HEAD"), unitLimit(company.unit(), Integer.parseInt(same), soon()))
                .statusCode(422)
                .body("code", is("rule-version-changes-nothing"));
    }

    @Test
    void aDraftIsReadByThoseWhoWriteAndDecideItOnly() {
        var company = performance.company();
        String id = draft(as(company.head(), "HEAD"), unitLimit(company.unit(), 47_000, soon()))
                .extract()
                .path("id");
        String ofUnit = VERSIONS + "?unit=" + company.unit();

        as(company.seller(), "SALES").get(VERSIONS + "/" + id).then().statusCode(404);
        as("admin.it", "ADMIN").get(VERSIONS + "/" + id).then().statusCode(404);
        as(company.seller(), "SALES").get(ofUnit).then().body("items", empty());
        for (String role : new String[] {"HEAD", "SUPV", "LEAD", "LEGAL", "HR", "AUDIT"})
            as("somebody", role).get(ofUnit).then().body("items.id", contains(id));

        String comments = API + "comments?recordType=rule-version&recordId=" + id;
        as(company.seller(), "SALES").get(comments).then().statusCode(404);
        as(company.head(), "HEAD").get(comments).then().statusCode(200);

        act(as(company.head(), "HEAD"), id, "submit");
        act(as(company.legal(), "LEGAL"), id, "approve");
        act(as(company.leader(), "LEAD"), id, "approve");
        as(company.seller(), "SALES").get(ofUnit).then().body("items.id", contains(id));
    }

    @Test
    @Requirement("SUP-18")
    void aConditionIsCheckedWhenItIsDrafted() {
        String head = performance.company().head();

        condition(head, "amount > limit")
                .statusCode(400)
                .body("errors.field", contains("values.when"))
                .body("errors.code", contains("condition-wrong"))
                .body("errors[0].message", containsString("line 1, column 10"));
        condition(head, "amount >").statusCode(400).body("errors.code", contains("condition-unreadable"));
        condition(head, "!".repeat(501)).statusCode(400).body("errors.code", contains("condition-too-long"));
        condition(head, "amount > 300000 || complexity == 'COMPLEX'")
                .statusCode(201)
                .body("differences[0].before", is("none"));
    }

    private static ValidatableResponse condition(String head, String when) {
        return draft(
                as(head, "HEAD"),
                Map.of("rule", "intake.major-project", "content", content(Map.of("when", when), soon())));
    }
}
