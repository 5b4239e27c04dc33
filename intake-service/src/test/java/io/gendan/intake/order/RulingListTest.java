package io.gendan.intake.order;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gendan.core.ruling.Rules;
import io.gendan.core.store.Ids;
import io.gendan.events.RulingEvent.RulingMade;
import io.gendan.events.performance.RuleEvent.RulePublished;
import io.gendan.intake.IntakeFixture;
import io.gendan.rulebook.Scope;
import io.gendan.rulebook.SecurityRules;
import io.gendan.testing.Requirement;
import io.gendan.testing.Statements;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
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

/** Who finds which rulings, what he sees of them, and what it costs to look. */
@QuarkusTest
class RulingListTest {
    private static final String RULINGS = "/api/intake/v1/rulings";

    @Inject
    IntakeFixture intake;

    @Inject
    Rules rules;

    @Inject
    Told told;

    @Inject
    EntityManager entities;

    @Inject
    Statements statements;

    @BeforeEach
    void people() {
        intake.registerStaff();
    }

    @Test
    @Requirement("SUP-18")
    void inputsAboveTheCallersLevelAreMaskedAndEventsCarryNone() {
        UUID order = intake.draftOrder("6000");
        sales().body(evidence())
                .post("/api/intake/v1/orders/" + order + "/confirm")
                .then()
                .statusCode(422);
        String list = RULINGS + "?outcome=REFUSED&recordId=" + order;
        String id = Tokens.as("wu.gang", "SUPV")
                .get(list)
                .then()
                .body("items.inputs.amount", contains("60000.00"))
                .extract()
                .path("items[0].id");

        publishClearance("[{\"role\": \"AUDIT\", \"level\": \"secret\"}]");
        try {
            Tokens.as("wu.gang", "SUPV")
                    .get(list)
                    .then()
                    .body("items.inputs.amount", contains("***"))
                    .body("items.inputs.complexity", contains("SIMPLE"))
                    .body("items.inputs.limit", contains("50000"));
            Tokens.as("wu.gang", "SUPV").get(RULINGS + "/" + id).then().body("inputs.amount", is("***"));
            Tokens.as("wu.gang", "SUPV")
                    .get(RULINGS + "/" + id + "/replay")
                    .then()
                    .body("ruling.inputs.amount", is("***"))
                    .body("same", is(true));
            Tokens.as("auditor", "AUDIT").get(list).then().body("items.inputs.amount", contains("60000.00"));
        } finally {
            publishClearance(rules.current()
                    .version("security.clearance", 1, Scope.COMPANY)
                    .orElseThrow()
                    .values()
                    .path("grants")
                    .toString());
        }
        assertThat(told.bodies(order, RulingMade.class)).isNotEmpty().allSatisfy(body -> assertThat(body)
                .doesNotContain("60000", "inputs"));
    }

    @Test
    @Requirement("SUP-18")
    void rulingsAreFoundByRecordPersonRuleClauseOutcomeAndPeriodTogether() {
        Instant before = Instant.now().minusMillis(1);
        UUID order = intake.draftOrder("6000");
        sales().body(evidence())
                .post("/api/intake/v1/orders/" + order + "/confirm")
                .then()
                .statusCode(422);
        String all = "?recordId=" + order + "&actor=zhao.min&rule=intake.authority.sales.L1&outcome=REFUSED"
                + "&clause=000 §3.1";

        auditor(all + "&from=" + before + "&until=" + Instant.now().plusSeconds(1))
                .body("items.recordId", contains(order.toString()));
        auditor(all + "&until=" + before).body("items", empty());
        auditor(all + "&from=" + Instant.now().plusSeconds(1)).body("items", empty());
        auditor("?outcome=REFUSED&from=" + before).body("items.recordId", hasItem(order.toString()));
        auditor("?clause=3.1").statusCode(400);
    }

    @Test
    void aPeriodOrAnOutcomeAloneIsFoundByItsIndexHoweverDeepThePage() {
        Instant begin = Instant.parse("2001-01-01T00:00:00Z");
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("""
                            insert into ruling (id, rule, rule_version, regulation, clause, effect, outcome, record_type,
                                                record_id, inputs, actor, at)
                            select (lpad(to_hex(extract(epoch from t)::bigint * 1000), 12, '0') || '7' || lpad(to_hex(n % 4096), 3, '0')
                                    || '8' || lpad(to_hex(n), 15, '0'))::uuid,
                                   'old.rule', 1, '000', '3.1', 'REFUSE', case when n % 500 = 0 then 'REFUSED' else 'ALLOWED' end,
                                   'old', gen_random_uuid(), '{}', 'nobody', t
                              from generate_series(1, 20000) n, lateral (select timestamptz '2001-01-01' + n * interval '1 minute' t) at""").executeUpdate();
            entities.createNativeQuery("analyze ruling").executeUpdate();
        });
        Object[] period = {
            Ids.first(begin.plus(Duration.ofDays(1))),
            begin.plus(Duration.ofDays(1)),
            Ids.first(begin.plus(Duration.ofDays(12)).plus(Duration.ofMinutes(10))),
            begin.plus(Duration.ofDays(12))
        };
        String inPeriod = "?from=" + period[1] + "&until=" + period[3];
        UUID deep = Ids.first(begin.plus(Duration.ofDays(7)));

        assertThat(planOf(inPeriod, period))
                .contains("ruling_pkey")
                .contains("Index Cond")
                .doesNotContain("Seq Scan", "Sort");
        assertThat(planOf(inPeriod + "&after=" + deep, and(period, deep)))
                .contains("ruling_pkey")
                .doesNotContain("Seq Scan", "Sort");
        assertThat(planOf("?outcome=REFUSED", "REFUSED"))
                .contains("ruling_outcome")
                .doesNotContain("Seq Scan", "Sort");
        assertThat(planOf("?outcome=REFUSED&after=" + deep, "REFUSED", deep)).contains("ruling_outcome");
        auditor("?limit=200&from=2001-01-04T00:00:00Z&until=2001-01-04T00:03:00Z")
                .body("items.at", contains("2001-01-04T00:02:00Z", "2001-01-04T00:01:00Z", "2001-01-04T00:00:00Z"));
    }

    /** @param values of the conditions, as the list binds them; a page of fifty looks for one more */
    private String planOf(String query, Object... values) {
        return statements.planOf(statements.runBy(() -> auditor(query), " from ruling "), and(values, 51));
    }

    private static Object[] and(Object[] values, Object last) {
        return Stream.concat(Arrays.stream(values), Stream.of(last)).toArray();
    }

    private void publishClearance(String grants) {
        int number = rules.current().versions().stream()
                        .filter(version -> version.key().equals("security.clearance"))
                        .mapToInt(version -> version.version())
                        .max()
                        .orElse(0)
                + 1;
        intake.send(
                "performance-rules",
                new RulePublished(
                        Ids.next(),
                        SecurityRules.CLEARANCE.key(),
                        number,
                        null,
                        null,
                        new ObjectMapper().valueToTree(Map.of("grants", tree(grants))),
                        Instant.now(),
                        "试点",
                        "leader",
                        Instant.now()));
        await().until(() -> rules.current()
                .version("security.clearance", number, Scope.COMPANY)
                .isPresent());
    }

    private static Object tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static ValidatableResponse auditor(String query) {
        return Tokens.as("auditor", "AUDIT").get(RULINGS + query).then();
    }
}
