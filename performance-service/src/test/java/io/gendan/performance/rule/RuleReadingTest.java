package io.gendan.performance.rule;

import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.events.performance.RuleEvent.ReadingConfirmed;
import io.gendan.events.performance.RuleEvent.ReadingRequired;
import io.gendan.performance.PerformanceFixture;
import io.gendan.testing.Requirement;
import io.gendan.testing.Told;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.gendan.performance.rule.RuleRegisterFixture.VERSIONS;
import static io.gendan.performance.rule.RuleRegisterFixture.act;
import static io.gendan.performance.rule.RuleRegisterFixture.as;
import static io.gendan.performance.rule.RuleRegisterFixture.concerning;
import static io.gendan.performance.rule.RuleRegisterFixture.draft;
import static io.gendan.performance.rule.RuleRegisterFixture.refused;
import static io.gendan.performance.rule.RuleRegisterFixture.soon;
import static io.gendan.performance.rule.RuleRegisterFixture.unitLimit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class RuleReadingTest {
    @Inject
    PerformanceFixture performance;

    @Inject
    RuleRegisterFixture register;

    @Inject
    Told told;

    @Test
    @Requirement("SUP-17")
    void thoseAVersionConcernsConfirmHavingReadItAndTheOthersAreNotAsked() {
        var company = performance.company();
        String id = register.published(company, concerning(unitLimit(company.unit(), 45_000, soon()), "SALES", "SUPV"));
        String unread = VERSIONS + "/unread";

        assertThat(told.bodies(UUID.nameUUIDFromBytes(("reading " + id).getBytes()), ReadingRequired.class))
                .singleElement()
                .asString()
                .contains("\"roles\":[\"SALES\",\"SUPV\"]", company.unit());
        as(company.seller(), "SALES").get(unread).then().statusCode(200).body("items.id", contains(id));
        as(company.clerk(), "CS").get(unread).then().body("items", empty());
        act(as(company.clerk(), "CS"), id, "read").statusCode(404);
        var other = performance.company();
        as(other.seller(), "SALES").get(unread).then().body("items", empty());

        act(as(company.seller(), "SALES"), id, "read").statusCode(200);
        act(as(company.seller(), "SALES"), id, "read").statusCode(200);
        assertThat(told.bodies(
                        UUID.nameUUIDFromBytes((id + " " + company.seller()).getBytes()), ReadingConfirmed.class))
                .hasSize(1);
        as(company.seller(), "SALES").get(unread).then().body("items", empty());
        as(company.head(), "HEAD")
                .get(VERSIONS + "/" + id + "/readers")
                .then()
                .statusCode(200)
                .body("items.username", containsInAnyOrder(company.seller(), company.supervisor()))
                .body("items.find { it.username == '" + company.seller() + "' }.readAt", notNullValue())
                .body("items.find { it.username == '" + company.supervisor() + "' }.readAt", nullValue());
        as(company.seller(), "SALES")
                .get(VERSIONS + "/" + id + "/readers")
                .then()
                .statusCode(403);

        String draft = draft(as(company.head(), "HEAD"), concerning(unitLimit(company.unit(), 44_000, soon()), "SALES"))
                .extract()
                .path("id");
        act(as(company.seller(), "SALES"), draft, "read").statusCode(404);
        refused(company.head(), concerning(unitLimit(company.unit(), 43_000, soon()), "CUST"))
                .body("errors.field", hasItem("concerns"));
    }
}
