package io.gendan.performance.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.gendan.core.clock.Timekeeper;
import io.gendan.performance.PerformanceFixture;
import io.gendan.testing.Requirement;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.gendan.performance.PerformanceFixture.API;
import static io.gendan.performance.rule.RuleRegisterFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

@QuarkusTest
class RegulationReviewResourceTest {
    @Inject
    PerformanceFixture performance;

    @Inject
    RuleRegisterFixture register;

    @Inject
    Timekeeper timekeeper;

    @Inject
    EntityManager entities;

    @Test
    @Requirement("SUP-14")
    void aRegulationFallsDueForReviewAsATaskOfWhoInterpretsItAndTheNextReviewIsPlanned() {
        String reviews = API + "regulation-reviews";
        var company = performance.company();
        String id = as("hr", "HR")
                .get(reviews + "?regulation=003&kind=REVIEW")
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
        assertThat(register.tasksOn(id)).containsExactly("review HR OPEN");

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
        assertThat(register.tasksOn(id)).containsExactly("review HR DONE");
        String next = as("hr", "HR")
                .get(reviews + "?regulation=003&kind=REVIEW&status=PLANNED")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("items[0].dueAt");
        assertThat(Instant.parse(next)).isAfter(Instant.now().plus(Duration.ofDays(364)));
    }
}
