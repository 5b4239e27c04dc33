package io.gendan.performance.rule;

import jakarta.inject.Inject;

import io.gendan.performance.PerformanceFixture;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.gendan.performance.PerformanceFixture.API;
import static io.gendan.performance.rule.RuleRegisterFixture.AUTHORITY;
import static io.gendan.performance.rule.RuleRegisterFixture.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class RuleResourceTest {
    @Inject
    PerformanceFixture performance;

    @Test
    @Requirement({"SUP-13", "SUP-18"})
    void everyRuleCanBeTracedToItsClauseInTheReadersLanguage() {
        var company = performance.company();
        var clerk = as(company.clerk(), "CS");

        clerk.get(API + "regulations").then().statusCode(200).body("items.id", hasItems("000", "001", "004-R21"));
        as(company.clerk(), "CS")
                .header("Accept-Language", "en")
                .get(API + "regulations/000")
                .then()
                .body("title", is("Order taking by employees"))
                .body("clauses.find { it.citation == '000 §3.1' }.rules", hasItem(AUTHORITY));
        as(company.clerk(), "CS")
                .get(API + "rules?requirement=FUL-08")
                .then()
                .body("items.key", contains("fulfillment.progress.interval"))
                .body("items[0].clauseText", containsString("progress"))
                .body("items[0].parameters[0].type", is("duration"))
                .body("items[0].versions", not(empty()));
        as(company.clerk(), "CS").get(API + "regulations/999").then().statusCode(404);
        as(company.clerk(), "CS").get(API + "rules/no.such").then().statusCode(404);
        Tokens.as("customer", "CUST").get(API + "rules").then().statusCode(403);
    }
}
