package io.gendan.performance.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.gendan.core.clock.Timekeeper;
import io.gendan.performance.PerformanceFixture;
import io.gendan.performance.PerformanceFixture.Company;
import io.gendan.testing.Replay;
import io.gendan.testing.Requirement;
import io.gendan.testing.Told;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static io.gendan.performance.PerformanceFixture.API;
import static io.gendan.performance.rule.RuleRegisterFixture.AUTHORITY;
import static io.gendan.performance.rule.RuleRegisterFixture.act;
import static io.gendan.performance.rule.RuleRegisterFixture.as;
import static io.gendan.performance.rule.RuleRegisterFixture.draft;
import static io.gendan.performance.rule.RuleRegisterFixture.soon;
import static io.gendan.performance.rule.RuleRegisterFixture.unitLimit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
class RuleProposalTest {
    private static final String PROPOSALS = API + "rule-proposals";

    @Inject
    PerformanceFixture performance;

    @Inject
    RuleRegisterFixture register;

    @Inject
    Told told;

    @Inject
    Timekeeper timekeeper;

    @Inject
    EntityManager entities;

    @Test
    @Requirement({"SUP-15", "SUP-16"})
    void aSuggestionBecomesAProposalAndOnceAdoptedAVersion() {
        var company = performance.company();
        String suggestion = ask(company, "SUGGESTION");
        String id = propose(company, Map.of("questionId", suggestion))
                .statusCode(201)
                .body("status", is("PROPOSED"))
                .body("decisionDue", notNullValue())
                .extract()
                .path("id");
        assertThat(register.tasksOn(id)).containsExactly("decide HEAD OPEN");
        String version = draft(as(company.head(), "HEAD"), unitLimit(company.unit(), 48_000, soon()))
                .extract()
                .path("id");
        Map<String, Object> adopted = Map.of("versionId", version, "reason", "合理");

        decide(company.seller(), "SALES", id, "adopt", adopted).statusCode(403).body("code", is("proposal-is-yours"));
        decide(company.supervisor(), "SUPV", id, "adopt", adopted)
                .statusCode(422)
                .body("code", is("proposal-not-yours-to-decide"))
                .body("rule", is("register.owners"))
                .body("clause", is("004-R03 §6.1"));
        decide(company.head(), "HEAD", id, "adopt", Map.of("reason", "合理")).statusCode(400);
        decide(company.head(), "HEAD", id, "adopt", Map.of("versionId", UUID.randomUUID(), "reason", "合理"))
                .statusCode(400)
                .body("errors.field", contains("versionId"));
        decide(company.head(), "HEAD", id, "adopt", adopted)
                .statusCode(200)
                .body("status", is("ADOPTED"))
                .body("versionId", is(version))
                .body("decidedBy", is(company.head()));
        decide(company.leader(), "LEAD", id, "decline", Map.of("reason", "否")).statusCode(409);

        assertThat(register.tasksOn(id)).containsExactly("decide HEAD DONE");
        assertThat(told.auditOf(UUID.fromString(id))).contains(company.head() + " performance.rule-proposal.decided");
        Replay.comesToTheSame(API, UUID.fromString(id));
        as(company.seller(), "SALES")
                .get(PROPOSALS + "?rule=" + AUTHORITY)
                .then()
                .body("items.id", contains(id));
        as(company.follower(), "MERCH").get(PROPOSALS).then().body("items", empty());
        as(company.follower(), "MERCH").get(PROPOSALS + "/" + id).then().statusCode(404);
    }

    @Test
    @Requirement("SUP-15")
    void aLeaderMayDeclineItWithAReason() {
        var company = performance.company();
        String id = propose(company, Map.of()).extract().path("id");

        decide(company.leader(), "LEAD", id, "decline", Map.of("reason", " ")).statusCode(400);
        decide(company.leader(), "LEAD", id, "decline", Map.of("reason", "风险过高"))
                .statusCode(200)
                .body("status", is("DECLINED"))
                .body("reason", is("风险过高"));
    }

    @Test
    @Requirement("SUP-15")
    void aWithdrawnVersionOrOneOfAnotherRuleCannotComeOfIt() {
        var company = performance.company();
        String id = propose(company, Map.of()).extract().path("id");
        String withdrawn = draft(as(company.head(), "HEAD"), unitLimit(company.unit(), 48_000, soon()))
                .extract()
                .path("id");
        act(as(company.head(), "HEAD"), withdrawn, "withdraw").statusCode(200);
        String other = draft(
                        as(company.head(), "HEAD"),
                        Map.of(
                                "rule",
                                "intake.major-project",
                                "content",
                                RuleRegisterFixture.content(Map.of("when", "amount > 700000"), soon())))
                .statusCode(201)
                .extract()
                .path("id");

        for (String version : new String[] {withdrawn, other})
            decide(company.head(), "HEAD", id, "adopt", Map.of("versionId", version, "reason", "x"))
                    .statusCode(400)
                    .body("errors.code", contains("does-not-exist"));
    }

    @Test
    @Requirement("SUP-15")
    void whereAProposalComesFromIsChecked() {
        var company = performance.company();
        String question = ask(company, "QUESTION");
        String suggestion = ask(company, "SUGGESTION");

        propose(company, Map.of("questionId", question)).statusCode(400).body("errors.field", contains("questionId"));
        propose(company, Map.of("questionId", ask(performance.company(), "SUGGESTION")))
                .statusCode(400)
                .body("errors.field", contains("questionId"));
        propose(company, Map.of("questionId", suggestion)).statusCode(201);
        propose(company, Map.of("questionId", suggestion))
                .statusCode(400)
                .body("errors.code", contains("proposed-already"));
        propose(company, Map.of("evaluationId", evaluation("003")))
                .statusCode(400)
                .body("errors.field", contains("evaluationId"));
        propose(company, Map.of("evaluationId", evaluation("000"))).statusCode(201);
        propose(company, Map.of("rule", "no.such")).statusCode(404);
    }

    @Test
    @Requirement("SUP-15")
    void theProcessOfARegulationFallsDueForEvaluationHalfYearly() {
        String id = evaluation("004-R16");
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        "update regulation_review set due_at = now() - interval '1 second' where id = ?1")
                .setParameter(1, UUID.fromString(id))
                .executeUpdate());
        timekeeper.strike();
        assertThat(register.tasksOn(id)).containsExactly("review HR OPEN");

        String conclude = API + "regulation-reviews/" + id + "/conclude";
        Map<String, Object> kept = Map.of("outcome", "KEPT", "remarks", "流程顺畅");
        as("somebody", "HEAD").body(kept).post(conclude).then().statusCode(422);
        as("hr", "HR").body(kept).post(conclude).then().statusCode(200).body("kind", is("EVALUATION"));

        as("hr", "HR")
                .get(API + "regulation-reviews?regulation=004-R16&status=PLANNED&kind=EVALUATION")
                .then()
                .body("items", hasSize(1));
        assertThat(told.rulingsOn(UUID.fromString(evaluation("004-R16"))))
                .containsExactly("process.review.interval COMPUTED");
        as("hr", "HR")
                .get(API + "regulation-reviews?regulation=004-R16&status=PLANNED")
                .then()
                .body("items.kind", hasItem("REVIEW"));
    }

    private static String evaluation(String regulation) {
        return as("hr", "HR")
                .get(API + "regulation-reviews?status=PLANNED&kind=EVALUATION&regulation=" + regulation)
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
    }

    private static String ask(Company company, String kind) {
        return as(company.seller(), "SALES")
                .body(Map.of("rule", AUTHORITY, "kind", kind, "text", "限额可否提高？"))
                .post(API + "rule-questions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse propose(Company company, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("rule", AUTHORITY, "text", "限额提高到六万"));
        body.putAll(more);
        return as(company.seller(), "SALES").body(body).post(PROPOSALS).then();
    }

    private static ValidatableResponse decide(
            String by, String role, String id, String decision, Map<String, Object> body) {
        return as(by, role)
                .body(body)
                .post(PROPOSALS + "/" + id + "/" + decision)
                .then();
    }
}
