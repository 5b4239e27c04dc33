package io.gendan.performance.rule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.gendan.core.clock.Timekeeper;
import io.gendan.core.ruling.Rules;
import io.gendan.events.performance.RuleEvent.RulePublished;
import io.gendan.performance.PerformanceFixture;
import io.gendan.testing.Requirement;
import io.gendan.testing.Told;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.gendan.performance.PerformanceFixture.API;
import static io.gendan.performance.rule.RuleRegisterFixture.AUTHORITY;
import static io.gendan.performance.rule.RuleRegisterFixture.VERSIONS;
import static io.gendan.performance.rule.RuleRegisterFixture.act;
import static io.gendan.performance.rule.RuleRegisterFixture.as;
import static io.gendan.performance.rule.RuleRegisterFixture.concerning;
import static io.gendan.performance.rule.RuleRegisterFixture.content;
import static io.gendan.performance.rule.RuleRegisterFixture.draft;
import static io.gendan.performance.rule.RuleRegisterFixture.soon;
import static io.gendan.performance.rule.RuleRegisterFixture.unitLimit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class RuleVersionTest {
    @Inject
    PerformanceFixture performance;

    @Inject
    RuleRegisterFixture register;

    @Inject
    Rules rules;

    @Inject
    Told told;

    @Inject
    Timekeeper timekeeper;

    @Inject
    EntityManager entities;

    @Test
    @Requirement({"SUP-13", "SUP-18"})
    void aVersionGoesFromTheDraftOverTheLeaderIntoForceAndIsTold() {
        var company = performance.company();
        Instant from = soon();
        String id = draft(as(company.head(), "HEAD"), unitLimit(company.unit(), 55_000, from))
                .statusCode(201)
                .body("status", is("DRAFT"))
                .body("number", nullValue())
                .body("differences", hasSize(1))
                .body("differences[0].parameter", is("amount"))
                .body("differences[0].after", is(55_000))
                .extract()
                .path("id");
        act(as(company.head(), "HEAD"), id, "submit").statusCode(200).body("status", is("LEADER_APPROVAL"));
        act(as(company.leader(), "LEAD"), id, "approve")
                .statusCode(422)
                .body("code", is("rule-version-not-yours-to-approve"));
        act(as(company.legal(), "LEGAL"), id, "approve").statusCode(200).body("status", is("LEADER_APPROVAL"));
        act(as(company.legal(), "LEGAL"), id, "approve").statusCode(422);
        int number = act(as(company.leader(), "LEAD"), id, "approve")
                .statusCode(200)
                .body("status", is("PUBLISHED"))
                .body("approvedBy", is(company.leader()))
                .extract()
                .path("number");

        assertThat(number).isGreaterThan(1);
        assertThat(told.bodies(UUID.fromString(id), RulePublished.class))
                .singleElement()
                .asString()
                .contains("\"rule\":\"" + AUTHORITY + "\"", "\"unit\":\"" + company.unit() + "\"", "\"amount\":55000");
        assertThat(told.rulingsOn(UUID.fromString(id)))
                .containsExactly(
                        "register.approval.limit DEADLINE_SET",
                        "register.approval REFUSED",
                        "register.approval ALLOWED",
                        "register.approval ALLOWED",
                        "register.approval.limit DEADLINE_SET",
                        "register.approval REFUSED",
                        "register.approval ALLOWED",
                        "register.approval ALLOWED");
        as(company.head(), "HEAD")
                .get(API + "approvals?recordId=" + id)
                .then()
                .body("items.status", contains("APPROVED"))
                .body("items[0].steps.code", contains("review", "approval"));

        rules.refresh();
        assertThat(register.limit(company.unit(), from.minusMillis(1))).isNotEqualTo("55000");
        assertThat(register.limit(company.unit(), from)).isEqualTo("55000");
        assertThat(register.limit("another", from)).isNotEqualTo("55000");
        as(company.clerk(), "CS")
                .get(API + "rules/" + AUTHORITY)
                .then()
                .statusCode(200)
                .body("clause", is("000 §3.1"))
                .body("versions.find { it.unit == '" + company.unit() + "' }.number", is(number))
                .body("versions.find { it.unit == '" + company.unit() + "' }.inForce", is(false))
                .body("versions.find { it.unit == null && it.profile == null }.inForce", is(true));
    }

    @Test
    @Requirement("SUP-18")
    void nobodyApprovesAloneNeitherTheAuthorNorTheAdministratorNorAHead() {
        var company = performance.company();
        String id = draft(as(company.leader(), "LEAD"), unitLimit(company.unit(), 60_000, soon()))
                .extract()
                .path("id");
        act(as(company.leader(), "LEAD"), id, "approve").statusCode(409);
        act(as(company.leader(), "LEAD"), id, "submit").statusCode(200);

        act(as("admin.it", "ADMIN"), id, "approve").statusCode(403);
        act(as(company.head(), "HEAD"), id, "approve")
                .statusCode(422)
                .body("code", is("rule-version-not-yours-to-approve"))
                .body("rule", is("register.approval"))
                .body("clause", notNullValue());
        act(as(company.leader(), "LEAD", "LEGAL"), id, "approve")
                .statusCode(422)
                .body("code", is("rule-version-author-cannot-approve"));
        act(as(company.legal(), "LEGAL"), id, "approve").statusCode(200).body("status", is("LEADER_APPROVAL"));
        act(as(company.leader(), "LEAD"), id, "approve")
                .statusCode(422)
                .body("code", is("rule-version-author-cannot-approve"));
        act(as(company.head(), "HEAD"), id, "submit").statusCode(403);

        assertThat(told.about(UUID.fromString(id))).isEmpty();
        assertThat(told.rulingsOn(UUID.fromString(id))).contains("register.approval REFUSED");
        as(company.head(), "HEAD").get(VERSIONS + "/" + id).then().body("status", is("LEADER_APPROVAL"));
    }

    @Test
    @Requirement("SUP-13")
    void aReturnedDraftIsWrittenAnewAndAWithdrawnOneIsOver() {
        var company = performance.company();
        var content = content(Map.of("amount", 70_000), soon());
        String id = register.submitted(company, unitLimit(company.unit(), 65_000, soon()));

        act(as(company.legal(), "LEGAL").body(Map.of("remarks", "过高")), id, "return")
                .statusCode(200)
                .body("status", is("DRAFT"))
                .body("remarks", is("过高"));
        as(company.supervisor(), "SUPV")
                .body(content)
                .put(VERSIONS + "/" + id)
                .then()
                .statusCode(403);
        as(company.head(), "HEAD")
                .body(content)
                .put(VERSIONS + "/" + id)
                .then()
                .statusCode(200)
                .body("values.amount", is(70_000));
        act(as(company.head(), "HEAD"), id, "withdraw").statusCode(200).body("status", is("WITHDRAWN"));
        act(as(company.head(), "HEAD"), id, "submit").statusCode(409);
        as(company.head(), "HEAD").body(content).put(VERSIONS + "/" + id).then().statusCode(409);
    }

    @Test
    @Requirement("SUP-13")
    void onItsDayAVersionTakesEffectAndTheOneBeforeMakesWay() {
        var company = performance.company();
        String first = register.published(company, unitLimit(company.unit(), 55_000, soon()));
        String second = register.published(company, unitLimit(company.unit(), 40_000, soon().plusSeconds(60)));

        register.reachTheDayOf(first);
        timekeeper.strike();
        as(company.clerk(), "CS").get(VERSIONS + "/" + first).then().body("status", is("EFFECTIVE"));
        as(company.clerk(), "CS").get(VERSIONS + "/" + second).then().body("status", is("PUBLISHED"));

        register.reachTheDayOf(second);
        timekeeper.strike();
        as(company.clerk(), "CS").get(VERSIONS + "/" + first).then().body("status", is("SUPERSEDED"));
        as(company.clerk(), "CS")
                .get(VERSIONS + "?rule=" + AUTHORITY + "&status=EFFECTIVE&unit=" + company.unit())
                .then()
                .body("items.id", contains(second));
    }

    @Test
    @Requirement("SUP-18")
    void anExceptionCanEnd() {
        var company = performance.company();
        Instant from = soon();
        register.published(company, unitLimit(company.unit(), 55_000, from));
        rules.refresh();
        Instant end = from.plusSeconds(3600);
        String id = register.published(
                company,
                Map.of(
                        "rule", AUTHORITY,
                        "unit", company.unit(),
                        "content", Map.of("endsException", true, "effectiveFrom", end.toString(), "reason", "试点结束")));
        rules.refresh();

        as(company.clerk(), "CS")
                .get(VERSIONS + "/" + id)
                .then()
                .body("values", nullValue())
                .body("differences.parameter", hasItem("amount"));
        assertThat(register.limit(company.unit(), end.minusMillis(1))).isEqualTo("55000");
        assertThat(register.limit(company.unit(), end)).isEqualTo(register.limit("another", end));
    }

    @Test
    @Requirement("SUP-18")
    void ofTwoWhoPublishTheSameMomentOneWinsAndTheOtherIsTold() throws Exception {
        var company = performance.company();
        Instant from = soon();
        String one = register.submitted(company, unitLimit(company.unit(), 55_000, from));
        String other = register.submitted(company, unitLimit(company.unit(), 30_000, from));
        for (String id : List.of(one, other))
            act(as(company.legal(), "LEGAL"), id, "approve").statusCode(200);

        List<Integer> answers;
        try (var leaders = Executors.newFixedThreadPool(2)) {
            var both = Stream.of(one, other)
                    .<Callable<Integer>>map(id -> () -> act(as(company.leader(), "LEAD"), id, "approve")
                            .extract()
                            .statusCode())
                    .toList();
            answers = leaders.invokeAll(both).stream()
                    .map(RuleVersionTest::result)
                    .toList();
        }

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        act(as(company.leader(), "LEAD"), one, "approve").statusCode(409);
        assertThat(Stream.of(one, other)
                        .mapToInt(id -> told.about(UUID.fromString(id)).size())
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void aVersionItsEventAndWhatTheOtherServicesGetOfItStandOrFallTogether() {
        var company = performance.company();
        String id = register.published(company, concerning(unitLimit(company.unit(), 46_000, soon()), "SALES"));

        List<?> written = QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery("""
                        select 'version ' || xmin::text from rule_version where id = ?1
                        union all select 'copy ' || xmin::text from rule_amendment where id = ?1
                        union all select type || ' ' || xmin::text from outbox_event where subject = ?1""")
                .setParameter(1, UUID.fromString(id))
                .getResultList());

        var transactions =
                written.stream().map(row -> ((String) row).split(" ")).toList();
        assertThat(transactions)
                .extracting(row -> row[0])
                .containsExactlyInAnyOrder(
                        "version", "copy", "performance.rule.published.v1", "performance.rule.reading-required.v1");
        assertThat(transactions)
                .extracting(row -> row[1])
                .containsOnly(transactions.getFirst()[1]);
    }

    @Test
    @Requirement("SUP-18")
    void whatWasDraftedAgainstSomethingThatNoLongerStandsIsNotPublished() {
        var company = performance.company();
        Instant from = soon();
        String first = register.submitted(company, unitLimit(company.unit(), 55_000, from));
        String second = register.submitted(company, unitLimit(company.unit(), 45_000, from.plusSeconds(60)));
        for (String id : List.of(first, second))
            act(as(company.legal(), "LEGAL"), id, "approve").statusCode(200);
        act(as(company.leader(), "LEAD"), first, "approve").statusCode(200);

        act(as(company.leader(), "LEAD"), second, "approve").statusCode(409).body("code", is("rule-version-outdated"));

        assertThat(told.about(UUID.fromString(second))).isEmpty();
        act(as(company.leader(), "LEAD").body(Map.of("remarks", "已变更")), second, "return")
                .statusCode(200);
        as(company.head(), "HEAD")
                .body(content(Map.of("amount", 45_000), from.plusSeconds(60)))
                .put(VERSIONS + "/" + second)
                .then()
                .statusCode(200)
                .body("differences[0].before", is(55_000));
    }

    @Test
    @Requirement("SUP-13")
    void ofTwoThatTookEffectUnnoticedTheLaterGovernsWhicheverIsLookedAtFirst() {
        var company = performance.company();
        String first = register.published(company, unitLimit(company.unit(), 55_000, soon()));
        String second = register.published(company, unitLimit(company.unit(), 40_000, soon().plusSeconds(60)));

        register.reachTheDayOf(second);
        timekeeper.strike();
        register.reachTheDayOf(first);
        timekeeper.strike();

        as(company.clerk(), "CS").get(VERSIONS + "/" + first).then().body("status", is("SUPERSEDED"));
        as(company.clerk(), "CS").get(VERSIONS + "/" + second).then().body("status", is("EFFECTIVE"));
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
