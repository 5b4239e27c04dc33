package io.gendan.performance.rule;

import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.performance.PerformanceFixture;
import io.gendan.testing.Requirement;
import io.gendan.testing.Told;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.gendan.performance.PerformanceFixture.API;
import static io.gendan.performance.rule.RuleRegisterFixture.AUTHORITY;
import static io.gendan.performance.rule.RuleRegisterFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
class RuleQuestionTest {
    @Inject
    PerformanceFixture performance;

    @Inject
    RuleRegisterFixture register;

    @Inject
    Told told;

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
        assertThat(register.tasksOn(id)).containsExactly("answer HEAD OPEN");

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
        assertThat(register.tasksOn(id)).containsExactly("answer HEAD DONE");
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
}
