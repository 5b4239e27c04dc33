package io.gendan.intake.teamwork;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.store.Ids;
import io.gendan.core.store.RecordRef;
import io.gendan.core.task.Assignee;
import io.gendan.core.task.Tasks;
import io.gendan.testing.Requirement;
import io.gendan.testing.Statements;
import io.gendan.testing.Tokens;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.gendan.intake.IntakeFixture.json;
import static io.gendan.intake.IntakeFixture.sales;
import static io.gendan.intake.teamwork.Office.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** What waits for whom, over HTTP and in the database. */
@QuarkusTest
class TasksTest {
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    @Inject
    Office office;

    @Inject
    Tasks tasks;

    @Inject
    Acts acts;

    @Inject
    DataSource database;

    @Inject
    EntityManager entities;

    @Inject
    Statements statements;

    @BeforeEach
    void people() {
        office.open();
    }

    @Test
    @Requirement({"INF-09", "INT-14"})
    void anOrderHandedInWaitsForItsMerchandiserUntilHeConfirmsReceipt() {
        UUID order = office.confirmedOrder();
        handIn(order, office.merchandiser);

        String label = waiting(office.merchandiser, "")
                .body("items", hasSize(1))
                .body("items[0].kind", is("confirm-receipt"))
                .body("items[0].about.id", is(order.toString()))
                .body("items[0].person.name", is(office.nameOf(office.merchandiser)))
                .body("items[0].text", containsString("Confirm receipt and correctness of order SO-"))
                .body("items[0].overdue", is(false))
                .extract()
                .path("items[0].about.label");
        office.as(office.merchandiser, "zh")
                .get(API + "tasks")
                .then()
                .body("items[0].text", is("确认收到订单 " + label + "并核对无误"));

        office.as(office.merchandiser)
                .post(API + "orders/" + order + "/confirm-receipt")
                .then()
                .statusCode(200);
        waiting(office.merchandiser, "").body("items", empty());
        waiting(office.merchandiser, "?done=true")
                .body("items[0].status", is("DONE"))
                .body("items[0].closedBy.username", is(office.merchandiser));
    }

    @Test
    @Requirement("INT-14")
    void handedInToAnotherItWaitsForTheOtherAlone() {
        UUID order = office.confirmedOrder();
        handIn(order, office.merchandiser);
        handIn(order, office.colleague);

        waiting(office.merchandiser, "").body("items", empty());
        waiting(office.colleague, "").body("items", hasSize(1));
        waiting(office.merchandiser, "?done=true").body("items.status", contains("WITHDRAWN"));
    }

    @Test
    @Requirement({"INF-09", "ORG-12"})
    void whatWaitsForARoleOrAUnitOrSomebodyAwayWaitsForWhoeverIsMeant() {
        RecordRef record = record();
        open("a", record, Assignee.person(office.head), null);
        open("b", record, Assignee.role("HEAD", office.unit), null);
        open("c", record, Assignee.unit(office.unit), null);
        open("d", record, Assignee.role("HEAD", "elsewhere." + office.unit), null);

        kinds(office.head, record).containsExactlyInAnyOrder("a", "b", "c", "d");
        kinds(office.merchandiser, record).containsExactly("c");
        kinds(office.supervisor, record).containsExactly("c");
        office.isAway(office.head, "HEAD", office.leader, office.supervisor);
        kinds(office.supervisor, record).containsExactlyInAnyOrder("a", "b", "c", "d");
        kinds(office.head, record).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @Test
    @Requirement("INF-09")
    void pagesByDueTimeAreCompleteWhateverHappensMeanwhile() {
        RecordRef record = record();
        var expected = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            Instant due = i < 5 ? NOON.plus(Duration.ofDays(i / 2)) : null; // two and two at one moment, two without
            open("k" + i, record, Assignee.person(office.merchandiser), due);
            expected.add("k" + i);
        }
        var seen = new ArrayList<String>();
        String after = "";
        for (int page = 0; page < 10 && after != null; page++) {
            var answer = waiting(office.merchandiser, "?limit=2" + (after.isEmpty() ? "" : "&after=" + after))
                    .extract();
            seen.addAll(answer.path("items.kind"));
            after = answer.path("next");
            if (page == 0) done("k1", record.id()); // the task the cursor names is gone
        }

        assertThat(seen).containsExactlyElementsOf(expected);
        waiting(office.merchandiser, "?kind=k3").body("items.kind", contains("k3"));
        waiting(office.merchandiser, "?overdue=true&limit=200").body("items.kind", contains("k0", "k2", "k3", "k4"));
        waiting(office.merchandiser, "?overdue=false").body("items.kind", contains("k5", "k6"));
        waiting(office.merchandiser, "?recordId=" + UUID.randomUUID()).body("items", empty());
    }

    @Test
    @Requirement("INF-09")
    void howManyTasksThereAreDoesNotMatterToAPage() {
        manyTasks();
        String[] whom = {"person " + office.merchandiser};
        String after = "&after=2026-11-20T04:00:00Z_" + new UUID(0, 0);

        readsNoMoreThanThePage(planOf("?limit=20", whom, 21, 21), "task_open");
        readsNoMoreThanThePage(planOf("?limit=20" + after, whom, NOON, new UUID(0, 0), 21, 21), "task_open");
        readsNoMoreThanThePage(planOf("?kind=k1&limit=20", whom, "k1", 21, 21), "task_open_kind");
        String closed = statements.planOf(
                statements.runBy(() -> waiting(office.merchandiser, "?done=true&limit=20"), "closed_at desc"),
                whom,
                21,
                office.merchandiser,
                21,
                21);
        assertThat(closed)
                .contains("using task_closed on task", "using task_closed_by on task")
                .doesNotContain("Seq Scan on task");
        waiting(office.merchandiser, "?limit=3").body("items.kind", contains("k3", "k1", "k4"));
        waiting(office.merchandiser, "?done=true&limit=2").body("items.kind", contains("k0", "k4"));
        office.as(office.merchandiser)
                .get(API + "tasks/counts")
                .then()
                .body("later", is(6666))
                .body("kinds.k3", is(1334));
    }

    @Test
    @Requirement("INF-09")
    void theStartPageCountsWhatIsOverdueAndOfWhichKind() {
        RecordRef record = record();
        open("approve", record, Assignee.person(office.merchandiser), NOON);
        open(
                "answer",
                record,
                Assignee.person(office.merchandiser),
                Instant.now().plus(Duration.ofDays(40)));
        open("answer", record(), Assignee.unit(office.unit), null);

        office.as(office.merchandiser)
                .get(API + "tasks/counts")
                .then()
                .statusCode(200)
                .body("overdue", is(1))
                .body("dueToday", is(0))
                .body("later", is(2))
                .body("kinds.answer", is(2))
                .body("kinds.approve", is(1));
    }

    @Test
    void openedTwiceItWaitsOnceAndAClosedOneIsOpenedAnew() {
        RecordRef record = record();
        var assignee = Assignee.person(office.merchandiser);
        open("approve", record, assignee, NOON);
        open("approve", record, assignee, NOON.plusSeconds(60));
        waiting(office.merchandiser, "").body("items.due", contains("2026-11-20T04:01:00Z"));

        done("approve", record.id());
        open("approve", record, assignee, null);
        waiting(office.merchandiser, "").body("items", hasSize(1)).body("items[0].due", nullValue());
        waiting(office.merchandiser, "?done=true").body("items", hasSize(1));
    }

    @Test
    void ofManyWhoOpenTheSameTaskAtOnceOneDoes() throws Exception {
        RecordRef record = record();
        try (var callers = Executors.newFixedThreadPool(8)) {
            var all = Stream.<Callable<Void>>generate(() -> () -> {
                        open("approve", record, Assignee.person(office.merchandiser), NOON);
                        return null;
                    })
                    .limit(16)
                    .toList();
            for (var outcome : callers.invokeAll(all)) outcome.get();
        }

        waiting(office.merchandiser, "").body("items", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from task where id = '%s'",
                "update task set status = 'OPEN', closed_by = null, closed_at = null where id = '%s'",
                "update task set closed_by = 'nobody' where id = '%s'",
                "update task set closed_at = now() where id = '%s'",
                "update task set due = now() where id = '%s'"
            })
    void aClosedTaskIsNeitherReopenedNorChangedNorRemoved(String tampering) throws SQLException {
        RecordRef record = record();
        open("approve", record, Assignee.person(office.merchandiser), NOON);
        done("approve", record.id());
        String id = waiting(office.merchandiser, "?done=true").extract().path("items[0].id");

        refused(tampering.formatted(id));

        waiting(office.merchandiser, "?done=true")
                .body("items.id", contains(id))
                .body("items[0].status", is("DONE"))
                .body("items[0].closedBy.username", is("system"));
    }

    @Test
    void anOpenTaskIsNotRemovedEither() throws SQLException {
        open("approve", record(), Assignee.person(office.merchandiser), NOON);
        String id = waiting(office.merchandiser, "").extract().path("items[0].id");

        refused("delete from task where id = '" + id + "'");
    }

    @Test
    void whatARuleDemandsNamesItsClause() {
        inTransaction(act -> tasks.open(
                "answer",
                record(),
                Assignee.person(office.merchandiser),
                NOON,
                "answer",
                Map.of("text", "何时？"),
                "comment.answer",
                act));

        waiting(office.merchandiser, "")
                .body("items[0].rule", is("comment.answer"))
                .body("items[0].clause", is("002 §3.2"))
                .body("items[0].clauseText", containsString("answer"))
                .body("items[0].overdue", is(true));
    }

    @ParameterizedTest
    @CsvSource({"limit=0, limit", "limit=201, limit", "after=x, after", "after=2026-11-20T04:00:00Z_1, after"})
    void badInputIsRefusedWithTheField(String query, String field) {
        for (String language : List.of("zh", "en"))
            office.as(office.merchandiser, language)
                    .get(API + "tasks?" + query)
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains(field));
    }

    @Test
    void customersHaveNoTasks() {
        json(Tokens.as("kunde", "CUST")).get(API + "tasks").then().statusCode(403);
    }

    /** Of each three one is open; half of them wait for a merchandiser, half for his unit. */
    private void manyTasks() {
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("""
                            insert into task (id, version, kind, record_type, record_id, record_label, assignee_person,
                                              assignee_unit, status, due, text_key, arguments, opened_by, opened_at,
                                              closed_by, closed_at)
                            select gen_random_uuid(), 0, 'k' || n % 5, 'order', gen_random_uuid(), 'SO',
                                   case when n % 2 = 1 then :person end, case when n % 2 = 0 then :unit end,
                                   case when n % 3 = 0 then 'OPEN' else 'DONE' end,
                                   timestamptz '2099-01-01' + n * interval '1 minute', 'entrusted', '{}', 'system', now(),
                                   case when n % 3 <> 0 then 'somebody' end,
                                   case when n % 3 <> 0 then timestamptz '2026-01-01' + n * interval '1 minute' end
                              from generate_series(1, 20000) n""")
                    .setParameter("person", office.merchandiser)
                    .setParameter("unit", office.unit)
                    .executeUpdate();
            entities.createNativeQuery("analyze task").executeUpdate();
        });
    }

    private String planOf(String query, Object... values) {
        return statements.planOf(
                statements.runBy(() -> waiting(office.merchandiser, query), "cross join lateral"), values);
    }

    private static void readsNoMoreThanThePage(String plan, String index) {
        assertThat(plan)
                .contains("using " + index + " on task")
                .containsOnlyOnce("Sort Key")
                .doesNotContain("Seq Scan on task");
    }

    private void refused(String tampering) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(tampering))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("stays as it is, and none is removed");
        }
    }

    private void handIn(UUID order, String merchandiser) {
        sales().body(Map.of("merchandiser", merchandiser))
                .post(API + "orders/" + order + "/hand-in")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse waiting(String username, String query) {
        return office.as(username).get(API + "tasks" + query).then().statusCode(200);
    }

    private ListAssert<String> kinds(String username, RecordRef record) {
        List<String> kinds =
                waiting(username, "?recordId=" + record.id()).extract().path("items.kind");
        return assertThat(kinds);
    }

    private void open(String kind, RecordRef about, Assignee assignee, Instant due) {
        inTransaction(act -> tasks.open(kind, about, assignee, due, "entrusted", Map.of("text", "x"), null, act));
    }

    private void done(String kind, UUID record) {
        inTransaction(act -> tasks.done(kind, record, act));
    }

    private void inTransaction(Consumer<Act> effect) {
        var request = Arc.container().requestContext();
        boolean ours = !request.isActive();
        if (ours) request.activate();
        try {
            QuarkusTransaction.requiringNew().run(() -> effect.accept(acts.ofSystem()));
        } finally {
            if (ours) request.terminate();
        }
    }

    private static RecordRef record() {
        return new RecordRef("order", Ids.next(), "SO-TEST");
    }
}
