package io.gendan.intake.teamwork;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.gendan.core.act.Acts;
import io.gendan.core.clock.Timekeeper;
import io.gendan.core.notice.Notices;
import io.gendan.core.notice.Telling;
import io.gendan.core.store.Ids;
import io.gendan.core.store.RecordRef;
import io.gendan.intake.IntakeFixture;
import io.gendan.testing.Replay;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.gendan.intake.IntakeFixture.MERCH;
import static io.gendan.intake.IntakeFixture.json;
import static io.gendan.intake.teamwork.Office.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** What people are told, who has read it, and who has not acknowledged it. */
@QuarkusTest
class NoticesTest {
    @Inject
    Office office;

    @Inject
    Notices notices;

    @Inject
    Acts acts;

    @Inject
    Timekeeper timekeeper;

    @Inject
    Told told;

    @Inject
    DataSource database;

    @BeforeEach
    void people() {
        office.open();
    }

    @Test
    @Requirement({"INT-40", "INF-14"})
    void onReleaseTheDepartmentsNamedByRuleAreToldAndWhoHasReadItShows() {
        String planner = office.leader.replace("leader", "planner");
        office.person(planner, "PROD", office.supervisor);
        UUID order = releasedOrder();

        String notice = of(planner, "?unread=true")
                .body("items", hasSize(1))
                .body("items[0].sender.username", is(MERCH))
                .body("items[0].recipient.name", is(office.nameOf(planner)))
                .body("items[0].about.id", is(order.toString()))
                .body("items[0].text", containsString("has been released to be carried out"))
                .body("items[0].mail.status", is("WAITING"))
                .extract()
                .path("items[0].id");
        office.as(planner, "zh").get(API + "notices").then().body("items[0].text", containsString("已下达执行"));

        office.as(planner).post(API + "notices/" + notice + "/read").then().statusCode(200);
        of(planner, "?unread=true").body("items", empty());

        String readAt = "items.find { it.recipient.username == '%s' }.readAt".formatted(planner);
        Tokens.as("auditor", "AUDIT")
                .get(API + "notices?limit=200&recordId=" + order)
                .then()
                .body(readAt, notNullValue());
        Tokens.as(MERCH, "MERCH")
                .get(API + "notices?limit=200&recordId=" + order)
                .then()
                .body(readAt, notNullValue());
        of(office.head, "?recordId=" + order).body("items.recipient.username", contains(planner));
        of(office.merchandiser, "?recordId=" + order).body("items", empty());
    }

    @Test
    @Requirement("INT-40")
    void everyHolderOfEveryRoleTheRuleNamesIsToldAndNobodyElse() {
        var told = new ArrayList<String>();
        for (String which : List.of("one", "another")) {
            String planner = office.leader.replace("leader", which + ".planner");
            office.person(planner, "PROD", office.supervisor); // the order's unit has none of its own
            told.add(planner);
            for (String role : List.of("MAT", "QC", "LOGI", "FIN")) told.add(inTheUnitOfTheOrder(which, role));
        }

        UUID order = releasedOrder();

        for (String person : told)
            of(person, "?recordId=" + order)
                    .body("items", hasSize(1))
                    .body("items[0].text", containsString("has been released"));
        for (String other : List.of(office.merchandiser, office.colleague))
            of(other, "?recordId=" + order).body("items", empty());
    }

    @Test
    @Requirement("INT-40")
    void aUnitMayHaveMoreDepartmentsToldOfItsOrders() throws Exception {
        String archivist = inTheUnitOfTheOrder("the", "CADM");
        of(archivist, "?recordId=" + releasedOrder()).body("items", empty());

        office.rule(
                "sales-east",
                "intake.release.informed",
                "{\"roles\": [\"PROD\", \"MAT\", \"QC\", \"LOGI\", \"FIN\", \"CADM\"]}");

        of(archivist, "?recordId=" + releasedOrder()).body("items", hasSize(1));
    }

    private String inTheUnitOfTheOrder(String which, String role) {
        String person = office.leader.replace("leader", which + "." + role.toLowerCase(Locale.ROOT));
        office.intake.register(person, null, role, office.supervisor);
        return person;
    }

    @Test
    @Requirement("INF-14")
    void theFirstReadingCountsAndNobodyReadsForAnother() {
        UUID id = tell(office.merchandiser, false);

        office.as(office.merchandiser)
                .post(API + "notices/" + id + "/read")
                .then()
                .statusCode(200);
        String first = of(office.merchandiser, "").extract().path("items[0].readAt");
        office.as(office.merchandiser)
                .post(API + "notices/" + id + "/read")
                .then()
                .body("readAt", is(first));
        office.as(office.head).post(API + "notices/" + id + "/read").then().statusCode(404);
        office.as(office.merchandiser)
                .post(API + "notices/" + id + "/acknowledge")
                .then()
                .statusCode(422)
                .body("code", is("notice-not-urgent"));
        assertThat(told.auditOf(id)).startsWith("system notice.created", office.merchandiser + " notice.read");
    }

    @Test
    @Requirement("ORG-07")
    void anUrgentNoticeNobodyAcknowledgesClimbsAndTheFailureStaysOnRecord() throws SQLException {
        UUID id = tell(office.merchandiser, true);
        assertThat(told.rulingsOn(id)).containsExactly("reachability DEADLINE_SET");
        timekeeper.strike();
        of(office.supervisor, "").body("items", empty());

        runOut(id);
        timekeeper.strike();
        timekeeper.strike();

        of(office.merchandiser, "").body("items[0].unacknowledgedAt", notNullValue());
        assertThat(told.rulingsOn(id)).containsExactly("reachability DEADLINE_SET", "reachability MARKED");
        Replay.comesToTheSame("/api/intake/v1/", id);
        String next = of(office.supervisor, "")
                .body("items", hasSize(1))
                .body("items[0].urgent", is(true))
                .body("items[0].text", containsString(office.nameOf(office.merchandiser)))
                .extract()
                .path("items[0].id");
        office.as(office.supervisor)
                .post(API + "notices/" + next + "/acknowledge")
                .then()
                .statusCode(200)
                .body("acknowledgedAt", notNullValue())
                .body("readAt", notNullValue());
        runOut(UUID.fromString(next));
        timekeeper.strike();
        of(office.head, "").body("items", empty());

        office.as(office.merchandiser)
                .post(API + "notices/" + id + "/acknowledge")
                .then()
                .body("acknowledgedAt", notNullValue())
                .body("unacknowledgedAt", notNullValue());
    }

    @Test
    @Requirement("ORG-07")
    void acknowledgedInTimeNobodyElseIsTold() throws SQLException {
        UUID id = tell(office.merchandiser, true);
        office.as(office.merchandiser)
                .post(API + "notices/" + id + "/acknowledge")
                .then()
                .statusCode(200)
                .body("unacknowledgedAt", nullValue());

        runOut(id);
        timekeeper.strike();

        of(office.supervisor, "").body("items", empty());
    }

    @ParameterizedTest
    @Requirement("INF-14")
    @ValueSource(
            strings = {
                "update notice set recipient = 'nobody'",
                "update notice set arguments = '{}'",
                "update notice set told_at = now()",
                "update notice set acknowledge_by = null where urgent",
                "delete from notice"
            })
    void whatANoticeSaysIsNeitherChangedNorRemoved(String tampering) throws SQLException {
        tell(office.merchandiser, true);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(tampering))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("never changed");
        }
    }

    @Test
    void pagesAreCompleteAndNewestFirst() {
        for (int i = 0; i < 5; i++) tell(office.merchandiser, false);

        String second = of(office.merchandiser, "?limit=2")
                .body("items", hasSize(2))
                .extract()
                .path("next");
        String third = of(office.merchandiser, "?limit=2&after=" + second)
                .body("items", hasSize(2))
                .extract()
                .path("next");
        of(office.merchandiser, "?limit=2&after=" + third)
                .body("items", hasSize(1))
                .body("next", nullValue());
    }

    @Test
    void customersHaveNoNotices() {
        json(Tokens.as("kunde", "CUST")).get(API + "notices").then().statusCode(403);
    }

    private ValidatableResponse of(String username, String query) {
        return office.as(username).get(API + "notices" + query).then().statusCode(200);
    }

    private UUID tell(String recipient, boolean urgent) {
        var about = new RecordRef("order", Ids.next(), "SO-TEST");
        QuarkusTransaction.requiringNew()
                .run(() -> notices.tell(
                        new Telling(recipient, "order-released", Map.of(), about, null, urgent), acts.ofSystem()));
        return UUID.fromString(
                of(recipient, "?recordId=" + about.id()).extract().path("items[0].id"));
    }

    private void runOut(UUID notice) throws SQLException {
        office.backdate(
                "notice", "update notice set acknowledge_by = now() - interval '1 minute' where id = '" + notice + "'");
    }

    private UUID releasedOrder() {
        UUID order = office.order();
        var merch = json(Tokens.as(MERCH, "MERCH"));
        merch.body(Map.of("outcome", "ACCEPTED", "itemsInOrder", List.of("complete", "clear", "conforms")))
                .post(API + "orders/" + order + "/check")
                .then()
                .statusCode(200);
        json(Tokens.as(MERCH, "MERCH"))
                .body(Map.of("criteria", Map.of("quantity", true, "delivery-date", true, "quality", true)))
                .post(API + "orders/" + order + "/review")
                .then()
                .statusCode(200);
        office.intake.contractBecomesEffective(order);
        IntakeFixture.ok(Tokens.as(MERCH, "MERCH"), API + "orders/" + order + "/release");
        return order;
    }
}
