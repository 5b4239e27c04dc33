package io.gendan.intake.order;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gendan.core.ruling.Rules;
import io.gendan.core.store.Ids;
import io.gendan.events.performance.RuleEvent.ReadingConfirmed;
import io.gendan.events.performance.RuleEvent.ReadingRequired;
import io.gendan.events.performance.RuleEvent.RulePublished;
import io.gendan.intake.IntakeFixture;
import io.gendan.rulebook.Scope;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.gendan.intake.IntakeFixture.SALES;
import static io.gendan.intake.IntakeFixture.evidence;
import static io.gendan.intake.IntakeFixture.sales;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

/** What a unit of the company makes of rules whose conditions it writes itself. */
@QuarkusTest
class WrittenConditionTest {
    private static final String UNIT = "sales-east";
    private static final String MAJOR = "intake.major-project";
    private static final String COMPLETENESS = "intake.completeness";
    private static final String BLOCKS = "rule.unread-blocks";

    @Inject
    IntakeFixture intake;

    @Inject
    Rules rules;

    @Inject
    ObjectMapper mapper;

    private static final Map<String, Integer> NUMBERS = new HashMap<>();

    private final Set<String> published = new HashSet<>();

    @BeforeEach
    void people() {
        intake.registerStaff();
    }

    @AfterEach
    void backToTheDefault() {
        for (String rule : published) {
            intake.send("performance-rules", event(rule, next(rule), null));
            await().until(() -> rules.current()
                    .inForce(rule, Scope.of(null, UNIT), Instant.now())
                    .filter(version -> version.scope().equals(Scope.COMPANY))
                    .isPresent());
        }
    }

    @Test
    @Requirement({"INT-18", "SUP-18"})
    void aMajorProjectNeedsApprovalWhateverItsAmount() {
        UUID small = intake.draftOrder("999");
        UUID major = intake.draftOrder("1000");
        int number = publish(MAJOR, "{\"when\": \"amount >= 10000 && 'standard' in productClasses\"}");

        confirm(small).statusCode(200);
        confirm(major)
                .statusCode(422)
                .body("code", is("order-is-major-project"))
                .body("rule", is(MAJOR))
                .body("version", is(number))
                .body("clause", is("000 §3.1"))
                .body("detail", containsString("10000"));
        sales().body(evidence())
                .post("/api/intake/v1/orders/{id}/request-approval", major)
                .then()
                .statusCode(200)
                .body("status", is("PENDING_APPROVAL"));

        String refusal = rulingsOn(major, "&outcome=REFUSED").extract().path("items[0].id");
        int other = publish(MAJOR, "{\"when\": \"amount >= decimal('10000.01')\"}");
        replay(refusal, "").body("outcome", is("REFUSED")).body("same", is(true));
        replay(refusal, "?unit=" + UNIT + "&version=" + other)
                .body("outcome", is("ALLOWED"))
                .body("same", is(false))
                .body("replayedUnder.values.when", is("amount >= decimal('10000.01')"));
        replay(refusal, "?version=1").body("outcome", is("ALLOWED"));
    }

    @Test
    @Requirement("INT-18")
    void aConditionThatCannotBeEvaluatedRefusesAndSaysSo() {
        UUID order = intake.draftOrder("1000");
        publish(MAJOR, "{\"when\": \"size(productClasses) / 0 == 1\"}");

        confirm(order).statusCode(422).body("code", is("condition-fails")).body("rule", is(MAJOR));

        rulingsOn(order, "&outcome=REFUSED").body("items.inputs.failure[0]", containsString("by zero"));
        replay(rulingsOn(order, "&outcome=REFUSED").extract().path("items[0].id"), "")
                .body("same", is(true));
    }

    @Test
    @Requirement({"INT-02", "INT-03"})
    void aFieldIsAskedForWhereTheConditionHolds() {
        publish(
                COMPLETENESS,
                "{\"items\": [\"customerName\"], \"conditional\":"
                        + " [{\"item\": \"budget\", \"when\": \"channel != 'phone' && 'product' in given\"}]}");

        inquiry("phone").body("status", is("RECEIVED"));
        String id = inquiry("mail")
                .body("status", is("INCOMPLETE"))
                .body("clarifications.field", contains("budget"))
                .extract()
                .path("id");

        String mark = rulingsOn(UUID.fromString(id), "&outcome=MARKED")
                .body("items[0].inputs.missing", contains("budget"))
                .extract()
                .path("items[0].id");
        replay(mark, "").body("same", is(true)).body("found.missing", contains("budget"));
        replay(mark, "?version=1")
                .body("same", is(false))
                .body(
                        "found.missing",
                        containsInAnyOrder("contactPerson", "contact", "address", "quantity", "wantedDate"));
    }

    @Test
    @Requirement("SUP-17")
    void whoHasNotReadWhatConcernsHimTakesNoOrderWhereTheCompanyInsists() {
        UUID version = Ids.next();
        UUID order = intake.draftOrder("1000");
        intake.send(
                "performance-rules",
                new ReadingRequired(
                        version, "intake.complexity", 7, null, UNIT, Set.of("SALES"), Instant.now(), Instant.now()));
        publish(BLOCKS, "{\"blocks\": true}");

        await().untilAsserted(() -> confirm(order)
                .statusCode(422)
                .body("code", is("rules-unread"))
                .body("clause", is("004-R06 §3"))
                .body("detail", containsString("intake.complexity 7")));
        intake.send("performance-rules", new ReadingConfirmed(version, SALES, Instant.now()));
        await().untilAsserted(() -> confirm(order).statusCode(200));
    }

    private static ValidatableResponse inquiry(String channel) {
        return sales().body(Map.of("channel", channel, "details", Map.of("customerName", "华东", "product", "减速机")))
                .post("/api/intake/v1/inquiries")
                .then()
                .statusCode(201);
    }

    private int publish(String rule, String values) {
        int number = next(rule);
        published.add(rule);
        intake.send("performance-rules", event(rule, number, values));
        await().until(() ->
                rules.current().version(rule, number, Scope.of(null, UNIT)).isPresent());
        return number;
    }

    private static int next(String rule) {
        return NUMBERS.merge(rule, 2, (last, _) -> last + 1);
    }

    private RulePublished event(String rule, int number, String values) {
        return new RulePublished(
                Ids.next(), rule, number, null, UNIT, json(values), Instant.now(), "试点", "leader", Instant.now());
    }

    private JsonNode json(String values) {
        try {
            return values == null ? null : mapper.readTree(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ValidatableResponse confirm(UUID order) {
        return sales().body(evidence())
                .post("/api/intake/v1/orders/" + order + "/confirm")
                .then();
    }

    private static ValidatableResponse replay(String ruling, String version) {
        return Tokens.as("auditor", "AUDIT")
                .get("/api/intake/v1/rulings/" + ruling + "/replay" + version)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse rulingsOn(UUID record, String filter) {
        return Tokens.as("auditor", "AUDIT")
                .get("/api/intake/v1/rulings?recordId=" + record + filter)
                .then()
                .statusCode(200);
    }
}
