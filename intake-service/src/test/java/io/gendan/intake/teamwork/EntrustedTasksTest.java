package io.gendan.intake.teamwork;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.gendan.core.clock.Timekeeper;
import io.gendan.testing.Requirement;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.gendan.intake.teamwork.Office.API;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What a superior entrusts his people with, outside the flow. */
@QuarkusTest
class EntrustedTasksTest {
    @Inject
    Office office;

    @Inject
    Timekeeper timekeeper;

    @BeforeEach
    void people() {
        office.open();
    }

    @Test
    @Requirement("ORG-18")
    void whatIsEntrustedIsAcceptedAndReported() {
        String id = give(office.head, Map.of())
                .statusCode(201)
                .body("status", is("GIVEN"))
                .body("person.name", is(office.nameOf(office.merchandiser)))
                .extract()
                .path("id");
        tasks().body("items.kind", contains("entrusted")).body("items[0].text", containsString("盘点样品"));

        act(office.merchandiser, id, "report", Map.of("result", "完成")).statusCode(409);
        act(office.merchandiser, id, "accept", Map.of()).statusCode(200).body("status", is("ACCEPTED"));
        act(office.merchandiser, id, "report", Map.of("result", "共 12 件"))
                .statusCode(200)
                .body("status", is("REPORTED"))
                .body("remarks", is("共 12 件"));

        tasks().body("items", empty());
        office.as(office.head)
                .get(API + "notices")
                .then()
                .body("items", hasSize(1))
                .body("items[0].text", containsString("共 12 件"));
    }

    @Test
    @Requirement("ORG-18")
    void itIsGivenBackWithTheReasonAndThenWaitsForNobody() {
        String id = give(office.supervisor, Map.of()).statusCode(201).extract().path("id");

        act(office.colleague, id, "return", Map.of("reason", "不是我的")).statusCode(404);
        act(office.merchandiser, id, "return", Map.of()).statusCode(400);
        act(office.merchandiser, id, "return", Map.of("reason", "休假")).statusCode(200);

        tasks().body("items", empty());
        office.as(office.supervisor)
                .get(API + "entrusted-tasks?status=RETURNED")
                .then()
                .body("items.remarks", contains("休假"));
    }

    @Test
    @Requirement({"ORG-18", "ORG-12"})
    void theSubstituteOfSomebodyAwayAcceptsForHim() {
        String id = give(office.head, Map.of()).statusCode(201).extract().path("id");
        office.isAway(office.merchandiser, "MERCH", office.supervisor, office.colleague);

        act(office.colleague, id, "accept", Map.of())
                .statusCode(200)
                .body("answeredBy.username", is(office.colleague))
                .body("person.username", is(office.merchandiser));
    }

    @Test
    @Requirement("ORG-18")
    void onlySuperiorsEntrustAndOnlyThoseOnDuty() {
        give(office.colleague, Map.of()).statusCode(403).body("code", is("not-a-superior"));
        give(office.merchandiser, Map.of("person", office.supervisor)).statusCode(403);
        give(office.merchandiser, Map.of()).statusCode(403);
        office.leaves(office.merchandiser, "MERCH", office.supervisor);
        give(office.head, Map.of()).statusCode(400).body("errors[0].code", is("off-duty"));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments("person", Map.of("person", "nobody.there")),
                arguments("text", Map.of("text", "")),
                arguments(
                        "due",
                        Map.of("due", OffsetDateTime.now().minusMinutes(1).toString())),
                arguments("due", Map.of("due", "+300000-01-01T00:00:00Z")),
                arguments("recordType", Map.of("about", Map.of("recordType", "ship", "recordId", UUID.randomUUID()))));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void badInputIsRefusedWithFieldAndReasonInBothLanguages(String field, Map<String, Object> instead) {
        for (String language : List.of("zh", "en"))
            office.as(office.head, language)
                    .body(request(instead))
                    .post(API + "entrusted-tasks")
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains(field))
                    .body("errors[0].message", notNullValue());
    }

    @Test
    void itMayConcernARecordThatTheSuperiorSees() {
        UUID order = office.order();

        give(office.head, Map.of("about", Map.of("recordType", "order", "recordId", order)))
                .statusCode(201)
                .body("about.id", is(order.toString()));
        give(office.head, Map.of("about", Map.of("recordType", "order", "recordId", UUID.randomUUID())))
                .statusCode(404);
        office.as(office.merchandiser)
                .get(API + "entrusted-tasks?recordId=" + order)
                .then()
                .body("items", hasSize(1));
    }

    @Test
    @Requirement("ORG-18")
    void whatIsNotReportedInTimeIsToldBothSidesOnce() throws SQLException {
        String id = give(office.head, Map.of()).statusCode(201).extract().path("id");
        office.backdate(
                "entrusted_task",
                "update entrusted_task set due = now() - interval '1 minute' where id = '" + id + "'");

        timekeeper.strike();
        timekeeper.strike();

        office.as(office.head).get(API + "notices").then().body("items", hasSize(1));
        office.as(office.merchandiser).get(API + "notices").then().body("items", hasSize(2));
        act(office.merchandiser, id, "accept", Map.of()).statusCode(200).body("overdueAt", notNullValue());
    }

    private Map<String, Object> request(Map<String, Object> instead) {
        var request = new HashMap<String, Object>(Map.of(
                "person",
                office.merchandiser,
                "text",
                "盘点样品",
                "due",
                OffsetDateTime.now().plusDays(2).toString()));
        request.putAll(instead);
        return request;
    }

    private ValidatableResponse give(String username, Map<String, Object> instead) {
        return office.as(username)
                .body(request(instead))
                .post(API + "entrusted-tasks")
                .then();
    }

    private ValidatableResponse act(String username, String id, String act, Map<String, ?> body) {
        return office.as(username)
                .body(body)
                .post(API + "entrusted-tasks/" + id + "/" + act)
                .then();
    }

    private ValidatableResponse tasks() {
        return office.as(office.merchandiser).get(API + "tasks").then().statusCode(200);
    }
}
