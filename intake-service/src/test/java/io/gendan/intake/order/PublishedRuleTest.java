package io.gendan.intake.order;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gendan.core.ruling.Rules;
import io.gendan.core.store.Ids;
import io.gendan.events.performance.RuleEvent.RulePublished;
import io.gendan.intake.IntakeFixture;
import io.gendan.rulebook.IntakeRules;
import io.gendan.rulebook.Scope;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.gendan.intake.IntakeFixture.evidence;
import static io.gendan.intake.IntakeFixture.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

/** A version of a rule that the company published while the service runs. */
@QuarkusTest
class PublishedRuleTest {
    private static final String RULE = "intake.authority.sales.L1";
    private static final String UNIT = "sales-east";

    @Inject
    IntakeFixture intake;

    @Inject
    Rules rules;

    @Inject
    ObjectMapper mapper;

    private static final AtomicInteger NUMBERS = new AtomicInteger(1);

    @BeforeEach
    void people() {
        intake.registerStaff();
    }

    @AfterEach
    void backToTheDefault() {
        intake.send("performance-rules", event(NUMBERS.incrementAndGet(), null, Instant.now()));
        await().until(() -> rules.current()
                .inForce(IntakeRules.AUTHORITY_SALES_L1, Scope.of(null, UNIT), Instant.now())
                .scope()
                .equals(Scope.COMPANY));
    }

    @Test
    @Requirement({"SUP-18", "INT-17"})
    void theMomentOfTheActDecidesWhichVersionGoverns() {
        int number = NUMBERS.incrementAndGet();
        UUID before = intake.draftOrder("5000"); // 10 × 5,000 = the limit of the default
        UUID after = intake.draftOrder("5000");
        Instant from = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.MICROS);
        publish(number, "{\"amount\": 49999, \"complexity\": [\"simple\"]}", from);
        assertThat(rules.current().version(RULE, number, Scope.of(null, UNIT))).isPresent();

        confirm(before).statusCode(200);
        assertThat(Instant.now()).as("in time to show it").isBefore(from);
        await().until(() -> Instant.now().isAfter(from));
        confirm(after)
                .statusCode(422)
                .body("code", is("order-beyond-authority"))
                .body("rule", is(RULE))
                .body("version", is(number));

        rulingsOn(before, "&rule=" + RULE).body("items.version", contains(1)).body("items.scope[0].unit", is((String)
                null));
        rulingsOn(after, "&outcome=REFUSED&clause=000 §3.1")
                .body("items.version", contains(number))
                .body("items.scope.unit", contains(UNIT));
        rulingsOn(after, "&until=" + from).body("items", empty());

        String refusal = rulingsOn(after, "&outcome=REFUSED").extract().path("items[0].id");
        replay(refusal, "")
                .statusCode(200)
                .body("same", is(true))
                .body("outcome", is("REFUSED"))
                .body("decidedUnder.values.amount", is(49_999));
        replay(refusal, "?version=1")
                .statusCode(200)
                .body("same", is(false))
                .body("outcome", is("ALLOWED"))
                .body("replayedUnder.values.amount", is(50_000));
        String permission = rulingsOn(before, "").extract().path("items[0].id");
        replay(permission, "").body("same", is(true));
        replay(permission, "?unit=" + UNIT + "&version=" + number).body("outcome", is("REFUSED"));
        replay(permission, "?version=" + number).statusCode(400).body("errors.field", hasItem("version"));
        replay(UUID.randomUUID().toString(), "").statusCode(404);
    }

    @Test
    @Requirement("SUP-18")
    void aDeadlineIsSetAnewFromTheSameMomentAndAMarkFoundAgain() {
        UUID inquiry = intake.inquiry(intake.customer());
        String deadline = rulingsOn(inquiry, "&outcome=DEADLINE_SET").extract().path("items[0].id");
        String mark = rulingsOn(inquiry, "&outcome=MARKED").extract().path("items[0].id");

        replay(deadline, "").statusCode(200).body("same", is(true)).body("due", notNullValue());
        replay(mark, "").statusCode(200).body("same", is(true)).body("found.missing", empty());
    }

    @Test
    @Requirement("SUP-18")
    void aVersionToldTwiceOrOutOfOrderOrUnreadableChangesNothingElse() {
        int number = NUMBERS.incrementAndGet();
        int later = NUMBERS.incrementAndGet();
        Instant from = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MICROS);
        var second = event(later, "{\"amount\": 2, \"complexity\": [\"simple\"]}", from);
        var first = event(number, "{\"amount\": 1, \"complexity\": [\"simple\"]}", from);
        intake.send("performance-rules", second);
        intake.send("performance-rules", first);
        intake.send("performance-rules", first);
        int unreadable = NUMBERS.incrementAndGet();
        publish(unreadable, "{\"amount\": \"from a later build\"}", from);
        await().until(() ->
                rules.current().version(RULE, number, Scope.of(null, UNIT)).isPresent());

        assertThat(rules.current()
                        .inForce(IntakeRules.AUTHORITY_SALES_L1, Scope.of(null, UNIT), from)
                        .version())
                .isEqualTo(later);
        assertThat(rules.current().version(RULE, unreadable, Scope.of(null, UNIT)))
                .isEmpty();
    }

    private void publish(int version, String values, Instant from) {
        intake.send("performance-rules", event(version, values, from));
        if (values != null && !values.contains("later build"))
            await().until(() ->
                    rules.current().version(RULE, version, Scope.of(null, UNIT)).isPresent());
    }

    private RulePublished event(int version, String values, Instant from) {
        return new RulePublished(
                Ids.next(), RULE, version, null, UNIT, json(values), from, "试点", "leader", Instant.now());
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
                .then();
    }

    private static ValidatableResponse rulingsOn(UUID record, String filter) {
        return Tokens.as("auditor", "AUDIT")
                .get("/api/intake/v1/rulings?recordId=" + record + filter)
                .then()
                .statusCode(200);
    }
}
