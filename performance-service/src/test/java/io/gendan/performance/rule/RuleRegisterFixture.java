package io.gendan.performance.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.gendan.core.ruling.Rules;
import io.gendan.performance.PerformanceFixture;
import io.gendan.rulebook.IntakeRules;
import io.gendan.rulebook.Scope;
import io.gendan.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import static io.gendan.performance.PerformanceFixture.API;

/** Drafts versions and walks them over their approvals. */
@ApplicationScoped
class RuleRegisterFixture {
    static final String VERSIONS = API + "rule-versions";
    static final String AUTHORITY = "intake.authority.sales.L1";

    @Inject
    Rules rules;

    @Inject
    EntityManager entities;

    String submitted(PerformanceFixture.Company company, Map<String, Object> draft) {
        String id = draft(as(company.head(), "HEAD"), draft)
                .statusCode(201)
                .extract()
                .path("id");
        act(as(company.head(), "HEAD"), id, "submit").statusCode(200);
        return id;
    }

    String published(PerformanceFixture.Company company, Map<String, Object> draft) {
        String id = submitted(company, draft);
        act(as(company.legal(), "LEGAL"), id, "approve").statusCode(200);
        act(as(company.leader(), "LEAD"), id, "approve").statusCode(200);
        rules.refresh();
        return id;
    }

    String limit(String unit, Instant at) {
        return rules.current()
                .inForce(IntakeRules.AUTHORITY_SALES_L1, Scope.of(null, unit), at)
                .parameters()
                .amount()
                .toPlainString();
    }

    void reachTheDayOf(String id) {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        "update rule_version set watch_at = now() - interval '1 second' where id = ?1")
                .setParameter(1, UUID.fromString(id))
                .executeUpdate());
    }

    List<String> tasksOn(String record) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<?> tasks = entities.createNativeQuery(
                            "select kind || ' ' || assignee_role || ' ' || status from task where record_id = ?1")
                    .setParameter(1, UUID.fromString(record))
                    .getResultList();
            return tasks.stream().map(String.class::cast).toList();
        });
    }

    static Instant soon() {
        return Instant.now().plus(Duration.ofMinutes(10));
    }

    static Map<String, Object> unitLimit(String unit, int amount, Instant from) {
        return Map.of("rule", AUTHORITY, "unit", unit, "content", content(Map.of("amount", amount), from));
    }

    static Map<String, Object> content(Map<String, Object> values, Instant from) {
        return Map.of("values", values, "effectiveFrom", from.toString(), "reason", "试点调整接单权限");
    }

    static Map<String, Object> concerning(Map<String, Object> draft, String... roles) {
        var content = new HashMap<>((Map<?, ?>) draft.get("content"));
        var whole = new HashMap<>(draft);
        var concerned = new HashMap<String, Object>();
        content.forEach((name, value) -> concerned.put((String) name, value));
        concerned.put("concerns", List.of(roles));
        whole.put("content", concerned);
        return whole;
    }

    static RequestSpecification as(String username, String... roles) {
        return Tokens.as(username, roles).contentType("application/json");
    }

    static ValidatableResponse draft(RequestSpecification caller, Map<String, Object> draft) {
        return caller.body(draft).post(VERSIONS).then();
    }

    static ValidatableResponse refused(String head, Map<String, Object> draft) {
        return draft(as(head, "HEAD"), draft).statusCode(400);
    }

    static ValidatableResponse act(RequestSpecification caller, String id, String act) {
        return caller.post(VERSIONS + "/" + id + "/" + act).then();
    }
}
