package io.gendan.intake.teamwork;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.gendan.core.clock.Timekeeper;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.gendan.intake.IntakeFixture.json;
import static io.gendan.intake.teamwork.Office.API;
import static io.gendan.intake.teamwork.Office.comment;
import static io.gendan.intake.teamwork.Office.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Comments on records, and questions that want an answer. */
@QuarkusTest
class CommentsTest {
    @Inject
    Office office;

    @Inject
    Timekeeper timekeeper;

    @Inject
    Told told;

    @Inject
    DataSource database;

    private static UUID order;

    @BeforeEach
    void people() {
        office.open();
        if (order == null) order = office.order();
    }

    @Test
    @Requirement("INF-03")
    void aQuestionWaitsForThePersonAskedUntilHeAnswersIt() {
        String id = say(office.head, question(order, "何时能发货？", office.merchandiser))
                .statusCode(201)
                .body("status", is("OPEN"))
                .body("question", is(true))
                .body("author.name", is(office.nameOf(office.head)))
                .body("answerDue", notNullValue())
                .extract()
                .path("id");
        assertThat(told.rulingsOn(UUID.fromString(id))).containsExactly("comment.answer DEADLINE_SET");
        tasks(office.merchandiser)
                .body("items.kind", contains("answer"))
                .body("items[0].text", containsString("何时能发货？"))
                .body("items[0].clause", is("002 §3.2"))
                .body("items[0].due", notNullValue());
        notices(office.merchandiser)
                .body("items[0].text", containsString(office.nameOf(office.head)))
                .body("items[0].deadline", notNullValue());

        say(office.colleague, reply(id, "我也想知道")).statusCode(201);
        thread(office.head, "&status=OPEN").body("items.id", hasItem(id));
        say(office.merchandiser, reply(id, "周五")).statusCode(201);

        thread(office.head, "&status=ANSWERED")
                .body("items[0].id", is(id))
                .body("items[0].answeredBy.username", is(office.merchandiser));
        tasks(office.merchandiser).body("items", empty());
        notices(office.head).body("items.text", hasItem(containsString("周五")));
        assertThat(told.auditOf(UUID.fromString(id)))
                .containsExactly(office.head + " comment.created", office.merchandiser + " comment.answered");
    }

    @Test
    @Requirement("INF-03")
    void aDepartmentIsAskedThroughItsHeadAndAnybodyOfItAnswers() {
        var request = new HashMap<>(question(order, "有库存吗？", office.head));
        request.put("to", Map.of("unit", office.unit));
        String id = say(office.supervisor, request)
                .statusCode(201)
                .body("toUnit", is(office.unit))
                .extract()
                .path("id");

        notices(office.head).body("items", hasSize(1));
        notices(office.merchandiser).body("items", empty());
        tasks(office.colleague).body("items.kind", contains("answer"));
        say(office.colleague, reply(id, "有")).statusCode(201);
        thread(office.head, "&status=ANSWERED").body("items[0].id", is(id));
        tasks(office.head).body("items", empty());
    }

    @Test
    @Requirement("INF-03")
    void aQuestionNotAnsweredInTimeIsFlaggedAndBothSidesAreToldOnce() throws SQLException {
        String id = ask(office.head, office.merchandiser);
        office.backdate(
                "comment", "update comment set answer_due = now() - interval '1 minute' where id = '" + id + "'");

        timekeeper.strike();
        timekeeper.strike();

        thread(office.head, "&status=OVERDUE").body("items[0].overdueAt", notNullValue());
        notices(office.head).body("items", hasSize(1)).body("items[0].text", containsString("in time"));
        notices(office.merchandiser).body("items", hasSize(2));
        say(office.merchandiser, reply(id, "抱歉，周五")).statusCode(201);
        thread(office.head, "&status=ANSWERED").body("items[0].overdueAt", notNullValue());
    }

    @Test
    void twoQuestionsToOnePersonAreOneTaskUntilBothAreAnswered() {
        String first = ask(office.head, office.merchandiser);
        String second = ask(office.supervisor, office.merchandiser);
        tasks(office.merchandiser).body("items", hasSize(1));

        say(office.merchandiser, reply(first, "是")).statusCode(201);
        tasks(office.merchandiser).body("items", hasSize(1));
        say(office.merchandiser, reply(second, "否")).statusCode(201);
        tasks(office.merchandiser).body("items", empty());
    }

    @Test
    @Requirement("INF-03")
    void whatItsAuthorTakesBackLeavesItsPlaceInTheThread() {
        String id = ask(office.head, office.merchandiser);

        office.as(office.merchandiser)
                .post(API + "comments/" + id + "/withdraw")
                .then()
                .statusCode(403)
                .body("code", is("not-the-author"));
        office.as(office.head)
                .post(API + "comments/" + id + "/withdraw")
                .then()
                .statusCode(200)
                .body("status", is("WITHDRAWN"))
                .body("text", nullValue());

        thread(office.merchandiser, "").body("items[0].id", is(id)).body("items[0].text", nullValue());
        tasks(office.merchandiser).body("items", empty());
        office.as(office.head).post(API + "comments/" + id + "/withdraw").then().statusCode(409);
    }

    @Test
    @Requirement({"INF-03", "INF-10", "SEC-08"})
    void customersAndThoseWhoDoNotSeeTheRecordSeeNoComments() {
        String customer = office.head.replace("head", "portal");
        UUID own = office.inquiry(customer);
        var request = Map.of("recordType", "inquiry", "recordId", own, "text", "内部意见");
        say(office.head, request).statusCode(201);

        String list = API + "comments?recordType=inquiry&recordId=" + own;
        Tokens.as(customer, "CUST").get(API + "inquiries/" + own).then().statusCode(200);
        Tokens.as(customer, "CUST").get(list).then().statusCode(403);
        json(Tokens.as(customer, "CUST"))
                .body(request)
                .post(API + "comments")
                .then()
                .statusCode(403);
        String foreigner = office.head.replace("head", "seller");
        office.person(foreigner, "SALES", office.head);
        office.as(foreigner).get(list).then().statusCode(404).body("code", is("not-found"));
        say(foreigner, request).statusCode(404);
    }

    static Stream<Arguments> refusals() {
        UUID none = UUID.randomUUID();
        return Stream.of(
                arguments("recordType", Map.of("recordType", "ship")),
                arguments("text", Map.of("text", " ")),
                arguments("text", Map.of("text", "x".repeat(2001))),
                arguments("text", Map.of("text", "a\u0007b")),
                arguments("to", Map.of("question", true)),
                arguments("to", Map.of("to", Map.of())),
                arguments("to", Map.of("to", Map.of("person", "a", "unit", "b"))),
                arguments("to.person", Map.of("to", Map.of("person", "nobody.there"))),
                arguments("to.unit", Map.of("to", Map.of("unit", "NOWHERE"))),
                arguments("parent", Map.of("parent", none)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void badInputIsRefusedWithFieldAndReasonInBothLanguages(String field, Map<String, Object> instead) {
        var request = new HashMap<>(comment(order, "看一下"));
        request.putAll(instead);
        for (String language : List.of("zh", "en"))
            office.as(office.head, language)
                    .body(request)
                    .post(API + "comments")
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains(field))
                    .body("errors[0].message", notNullValue());
    }

    @Test
    void nobodyRewritesWhatWasSaid() throws SQLException {
        say(office.head, comment(order, "看一下")).statusCode(201);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("update comment set text = 'x'"))
                    .hasMessageContaining("never changed");
            assertThatThrownBy(() -> statement.executeUpdate("delete from comment"))
                    .hasMessageContaining("never changed");
        }
    }

    private String ask(String from, String person) {
        return say(from, question(order, "何时？", person))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Map<String, Object> reply(String parent, String text) {
        var reply = new HashMap<>(comment(order, text));
        reply.put("parent", parent);
        return reply;
    }

    private ValidatableResponse say(String username, Map<String, ?> request) {
        return office.as(username).body(request).post(API + "comments").then();
    }

    private ValidatableResponse thread(String username, String filter) {
        return office.as(username)
                .get(API + "comments?recordType=order&recordId=" + order + filter)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse tasks(String username) {
        return office.as(username).get(API + "tasks").then().statusCode(200);
    }

    private ValidatableResponse notices(String username) {
        return office.as(username).get(API + "notices").then().statusCode(200);
    }
}
