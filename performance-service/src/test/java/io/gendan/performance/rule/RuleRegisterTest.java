package io.gendan.performance.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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
import io.gendan.events.performance.RuleEvent.ReadingConfirmed;
import io.gendan.events.performance.RuleEvent.ReadingRequired;
import io.gendan.events.performance.RuleEvent.RulePublished;
import io.gendan.performance.PerformanceFixture;
import io.gendan.rulebook.IntakeRules;
import io.gendan.rulebook.Scope;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.gendan.performance.PerformanceFixture.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class RuleRegisterTest {
    private static final String VERSIONS = API + "rule-versions";
    private static final String AUTHORITY = "intake.authority.sales.L1";

    @Inject
    PerformanceFixture performance;

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
        assertThat(limit(company.unit(), from.minusMillis(1))).isNotEqualTo("55000");
        assertThat(limit(company.unit(), from)).isEqualTo("55000");
        assertThat(limit("another", from)).isNotEqualTo("55000");
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
        String id = submitted(company, unitLimit(company.unit(), 65_000, soon()));

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
        String first = published(company, unitLimit(company.unit(), 55_000, soon()));
        String second = published(company, unitLimit(company.unit(), 40_000, soon().plusSeconds(60)));

        reachTheDayOf(first);
        timekeeper.strike();
        as(company.clerk(), "CS").get(VERSIONS + "/" + first).then().body("status", is("EFFECTIVE"));
        as(company.clerk(), "CS").get(VERSIONS + "/" + second).then().body("status", is("PUBLISHED"));

        reachTheDayOf(second);
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
        published(company, unitLimit(company.unit(), 55_000, from));
        rules.refresh();
        Instant end = from.plusSeconds(3600);
        String id = published(
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
        assertThat(limit(company.unit(), end.minusMillis(1))).isEqualTo("55000");
        assertThat(limit(company.unit(), end)).isEqualTo(limit("another", end));
    }

    @Test
    @Requirement("SUP-18")
    void ofTwoWhoPublishTheSameMomentOneWinsAndTheOtherIsTold() throws Exception {
        var company = performance.company();
        Instant from = soon();
        String one = submitted(company, unitLimit(company.unit(), 55_000, from));
        String other = submitted(company, unitLimit(company.unit(), 30_000, from));
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
                    .map(RuleRegisterTest::result)
                    .toList();
        }

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        act(as(company.leader(), "LEAD"), one, "approve").statusCode(409);
        assertThat(Stream.of(one, other)
                        .mapToInt(id -> told.about(UUID.fromString(id)).size())
                        .sum())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"amount": -1}                 | values.amount     | not-from-zero-on    | -1 不是大于或等于零的数字 | -1 is not a number of at least 0
            {"amount": "much"}             | values.amount     | not-a-number        | 不是数字                  | is not a number
            {"amount": 0}                  | values.amount     | not-above-zero      | 必须大于零                | is not above 0
            {"complexity": ["impossible"]} | values.complexity | none-of-the-choices | “impossible”不在可选值    | "impossible" is none of simple, complex
            {"complexity": []}             | values.complexity | empty               | 不能为空                  | is empty
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

    @Test
    @Requirement("SUP-17")
    void thoseAVersionConcernsConfirmHavingReadItAndTheOthersAreNotAsked() {
        var company = performance.company();
        String id = published(company, concerning(unitLimit(company.unit(), 45_000, soon()), "SALES", "SUPV"));
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

    @Test
    @Requirement("SUP-16")
    void aQuestionOnARuleGetsOneAnswerFromSomebodyElse() {
        var company = performance.company();
        String questions = API + "rule-questions";
        String id = as(company.seller(), "SALES")
                .body(Map.of("rule", AUTHORITY, "kind", "QUESTION", "text", "含税还是不含税？"))
                .post(questions)
                .then()
                .statusCode(201)
                .body("askedBy", is(company.seller()))
                .extract()
                .path("id");
        String answer = questions + "/" + id + "/answer";
        as(company.seller(), "SALES").get(questions + "/" + id).then().body("answerDue", notNullValue());
        assertThat(told.rulingsOn(UUID.fromString(id))).containsExactly("register.question.answer DEADLINE_SET");
        assertThat(tasksOn(id)).containsExactly("answer HEAD OPEN");

        as(company.follower(), "MERCH").get(questions + "/" + id).then().statusCode(404);
        as(company.follower(), "MERCH").get(questions).then().body("items", empty());
        as(company.follower(), "MERCH")
                .body(Map.of("text", "x"))
                .post(answer)
                .then()
                .statusCode(403);
        as(company.seller(), "SALES", "HEAD")
                .body(Map.of("text", "x"))
                .post(answer)
                .then()
                .statusCode(403);
        as(company.head(), "HEAD")
                .get(questions + "?open=true&rule=" + AUTHORITY)
                .then()
                .body("items.id", hasItem(id));

        as(company.head(), "HEAD")
                .body(Map.of("text", "含税。"))
                .post(answer)
                .then()
                .statusCode(200)
                .body("answeredBy", is(company.head()));
        assertThat(tasksOn(id)).containsExactly("answer HEAD DONE");
        as(company.head(), "HEAD")
                .body(Map.of("text", "不含税。"))
                .post(answer)
                .then()
                .statusCode(409);
        as(company.seller(), "SALES").get(questions).then().body("items.answer", contains("含税。"));
        as(company.head(), "HEAD")
                .get(questions + "?open=true&rule=" + AUTHORITY)
                .then()
                .body("items.id", not(hasItem(id)));
        as(company.seller(), "SALES")
                .body(Map.of("rule", "no.such", "kind", "QUESTION", "text", "?"))
                .post(questions)
                .then()
                .statusCode(404);
    }

    @Test
    @Requirement("SUP-14")
    void aRegulationFallsDueForReviewAsATaskOfWhoInterpretsItAndTheNextReviewIsPlanned() {
        String reviews = API + "regulation-reviews";
        var company = performance.company();
        String id = as("hr", "HR")
                .get(reviews + "?regulation=003&status=PLANNED")
                .then()
                .body("items.dueAt", hasSize(1))
                .extract()
                .path("items[0].id");
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        "update regulation_review set due_at = now() - interval '1 second' where id = ?1")
                .setParameter(1, UUID.fromString(id))
                .executeUpdate());
        timekeeper.strike();
        as("hr", "HR").get(reviews + "/" + id).then().body("status", is("DUE"));
        assertThat(tasksOn(id)).containsExactly("review HR OPEN");

        Map<String, Object> kept = Map.of("outcome", "KEPT", "remarks", "仍然适用");
        as(company.head(), "HEAD")
                .body(kept)
                .post(reviews + "/" + id + "/conclude")
                .then()
                .statusCode(422)
                .body("code", is("regulation-not-yours-to-review"))
                .body("rule", is("register.owners"))
                .body("clause", is("004-R03 §6.1"));
        as("hr", "HR")
                .body(Map.of("outcome", "NEW_VERSION", "remarks", "须修改"))
                .post(reviews + "/" + id + "/conclude")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("versionId"));
        as("hr", "HR")
                .body(kept)
                .post(reviews + "/" + id + "/conclude")
                .then()
                .statusCode(200)
                .body("outcome", is("KEPT"))
                .body("concludedBy", is("hr"));
        as("hr", "HR").body(kept).post(reviews + "/" + id + "/conclude").then().statusCode(409);
        assertThat(tasksOn(id)).containsExactly("review HR DONE");
        String next = as("hr", "HR")
                .get(reviews + "?regulation=003&status=PLANNED")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("items[0].dueAt");
        assertThat(Instant.parse(next)).isAfter(Instant.now().plus(Duration.ofDays(364)));
    }

    @Test
    @Requirement({"SUP-13", "SUP-18"})
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

        act(as(company.head(), "HEAD"), id, "submit");
        act(as(company.legal(), "LEGAL"), id, "approve");
        act(as(company.leader(), "LEAD"), id, "approve");
        as(company.seller(), "SALES").get(ofUnit).then().body("items.id", contains(id));
    }

    @Test
    @Requirement("SUP-13")
    void aVersionItsEventAndWhatTheOtherServicesGetOfItStandOrFallTogether() {
        var company = performance.company();
        String id = published(company, concerning(unitLimit(company.unit(), 46_000, soon()), "SALES"));

        Number transactions = QuarkusTransaction.requiringNew().call(() -> (Number) entities.createNativeQuery("""
                        select count(distinct x) from (
                            select xmin::text from rule_version where id = ?1
                            union all select xmin::text from rule_amendment where id = ?1
                            union all select xmin::text from outbox_event where subject = ?1) of (x)""")
                .setParameter(1, UUID.fromString(id))
                .getSingleResult());

        assertThat(transactions.intValue()).isEqualTo(1);
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

    private List<String> tasksOn(String record) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<?> tasks = entities.createNativeQuery(
                            "select kind || ' ' || assignee_role || ' ' || status from task where record_id = ?1")
                    .setParameter(1, UUID.fromString(record))
                    .getResultList();
            return tasks.stream().map(String.class::cast).toList();
        });
    }

    private static Map<String, Object> concerning(Map<String, Object> draft, String... roles) {
        var content = new HashMap<>((Map<?, ?>) draft.get("content"));
        var whole = new HashMap<>(draft);
        var concerned = new HashMap<String, Object>();
        content.forEach((name, value) -> concerned.put((String) name, value));
        concerned.put("concerns", List.of(roles));
        whole.put("content", concerned);
        return whole;
    }

    private String submitted(PerformanceFixture.Company company, Map<String, Object> draft) {
        String id = draft(as(company.head(), "HEAD"), draft)
                .statusCode(201)
                .extract()
                .path("id");
        act(as(company.head(), "HEAD"), id, "submit").statusCode(200);
        return id;
    }

    private String published(PerformanceFixture.Company company, Map<String, Object> draft) {
        String id = submitted(company, draft);
        act(as(company.legal(), "LEGAL"), id, "approve").statusCode(200);
        act(as(company.leader(), "LEAD"), id, "approve").statusCode(200);
        rules.refresh();
        return id;
    }

    private String limit(String unit, Instant at) {
        return rules.current()
                .inForce(IntakeRules.AUTHORITY_SALES_L1, Scope.of(null, unit), at)
                .parameters()
                .amount()
                .toPlainString();
    }

    private void reachTheDayOf(String id) {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        "update rule_version set watch_at = now() - interval '1 second' where id = ?1")
                .setParameter(1, UUID.fromString(id))
                .executeUpdate());
    }

    private static Instant soon() {
        return Instant.now().plus(Duration.ofMinutes(10));
    }

    private static Map<String, Object> unitLimit(String unit, int amount, Instant from) {
        return Map.of("rule", AUTHORITY, "unit", unit, "content", content(Map.of("amount", amount), from));
    }

    private static Map<String, Object> content(Map<String, Object> values, Instant from) {
        return Map.of("values", values, "effectiveFrom", from.toString(), "reason", "试点调整接单权限");
    }

    private static RequestSpecification as(String username, String... roles) {
        return Tokens.as(username, roles).contentType("application/json");
    }

    private static ValidatableResponse draft(RequestSpecification caller, Map<String, Object> draft) {
        return caller.body(draft).post(VERSIONS).then();
    }

    private static ValidatableResponse refused(String head, Map<String, Object> draft) {
        return draft(as(head, "HEAD"), draft).statusCode(400);
    }

    private static ValidatableResponse act(RequestSpecification caller, String id, String act) {
        return caller.post(VERSIONS + "/" + id + "/" + act).then();
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
