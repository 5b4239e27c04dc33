package io.gendan.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.CalendarBooks;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.clock.Timekeeper;
import io.gendan.core.deadline.DeadlineTerms;
import io.gendan.core.deadline.Deadlines;
import io.gendan.core.deadline.MissedDeadline;
import io.gendan.core.people.StaffDirectory;
import io.gendan.core.ruling.Rules;
import io.gendan.core.store.Ids;
import io.gendan.core.store.RecordRef;
import io.gendan.events.performance.CalendarEvent.AnnouncedDay;
import io.gendan.events.performance.CalendarEvent.HolidaysAnnounced;
import io.gendan.events.performance.CalendarEvent.UnitDaySet;
import io.gendan.events.performance.RuleEvent.RulePublished;
import io.gendan.events.performance.StaffEvent.StaffRegistered;
import io.gendan.events.performance.StaffEvent.Substitute;
import io.gendan.rulebook.IntakeRules;
import io.gendan.rulebook.Scope;
import io.gendan.rulebook.StaffRules;
import io.gendan.testing.Replay;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.gendan.intake.IntakeFixture.FOREIGN_HEAD;
import static io.gendan.intake.IntakeFixture.HEAD;
import static io.gendan.intake.IntakeFixture.SALES;
import static io.gendan.intake.IntakeFixture.SENIOR_SALES;
import static io.gendan.intake.IntakeFixture.SUPERVISOR;
import static io.gendan.intake.IntakeFixture.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class DeadlineResourceTest {
    private static final String DEADLINES = "/api/intake/v1/deadlines/";
    private static final String INQUIRIES = "/api/intake/v1/inquiries/";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Scope SCOPE = Scope.of("general", "sales-east");
    private static final String PROBE = "probe";

    /** A record of no kind there is, which hears of its deadlines. */
    @Singleton
    static class Probes implements MissedDeadline {
        private final List<UUID> missed = Collections.synchronizedList(new ArrayList<>());
        private volatile UUID unwilling;

        @Override
        public String recordType() {
            return PROBE;
        }

        @Override
        public void missed(UUID recordId, String code, Act act) {
            if (recordId.equals(unwilling)) throw new IllegalStateException("cannot be dealt with");
            missed.add(recordId);
        }
    }

    @Inject
    IntakeFixture intake;

    @Inject
    Deadlines deadlines;

    @Inject
    Timekeeper timekeeper;

    @Inject
    CalendarBooks books;

    @Inject
    Calendars calendars;

    @Inject
    Rules rules;

    @Inject
    ObjectMapper mapper;

    @Inject
    Probes probes;

    @Inject
    Acts acts;

    @Inject
    Told told;

    @Inject
    StaffDirectory directory;

    @Inject
    EntityManager entities;

    @BeforeEach
    void people() {
        intake.registerStaff();
    }

    @Test
    @Requirement({"INT-05", "ORG-07", "ORG-11"})
    void aMissIsFlaggedOnceThoughManyLookAndClimbsUntilSomebodyAcknowledgesIt() throws Exception {
        UUID inquiry = intake.inquiry(intake.customer());
        UUID id = only(inquiry, "first-response");
        runOut(id);

        lookFromAllSides();
        inTheMorning(id);
        sales().get(INQUIRIES + inquiry).then().body("firstResponseMissedAt", notNullValue());
        as(SALES).get(DEADLINES + id).then().body("status", is("MISSED")).body("told", contains(SUPERVISOR));
        assertThat(notices(inquiry))
                .containsExactlyInAnyOrder(SALES + " deadline-missed", SUPERVISOR + " deadline-escalated");
        assertThat(openTasks(id)).containsExactly(SUPERVISOR);

        withoutAcknowledgment(id);
        lookFromAllSides();
        as(HEAD).get(DEADLINES + id).then().body("told", contains(SUPERVISOR, HEAD));
        assertThat(notices(inquiry)).hasSize(3).contains(HEAD + " deadline-escalated");
        assertThat(told.rulingsOn(id)).containsExactly("reachability MARKED");
        Replay.comesToTheSame("/api/intake/v1/", id);

        act(SENIOR_SALES, id, "acknowledge").statusCode(404);
        act(SALES, id, "acknowledge").statusCode(403).body("code", is("deadline-not-told"));
        act(HEAD, id, "acknowledge").statusCode(200).body("acknowledgedBy", is(HEAD));
        act(SUPERVISOR, id, "acknowledge").statusCode(409);
        withoutAcknowledgment(id);
        assertThat(notices(inquiry)).hasSize(3);
        assertThat(openTasks(id)).isEmpty();

        sales().body(Map.of("text", "可以供货"))
                .post(INQUIRIES + inquiry + "/answer")
                .then()
                .statusCode(200);
        as(SALES).get(DEADLINES + id).then().body("status", is("MISSED")).body("metAt", notNullValue());
    }

    @Test
    @Requirement({"INT-05", "QUO-02"})
    void whoAnswersAndHandsOverInTimeHearsNothing() {
        UUID inquiry = intake.inquiry(intake.customer());
        UUID response = only(inquiry, "first-response");
        UUID handOver = only(inquiry, "hand-over");

        sales().body(Map.of("to", SALES))
                .post(INQUIRIES + inquiry + "/hand-over")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("to"));
        sales().body(Map.of("to", IntakeFixture.BIZ))
                .post(INQUIRIES + inquiry + "/hand-over")
                .then()
                .statusCode(200)
                .body("handedOverTo", is(IntakeFixture.BIZ))
                .body("handOverMissedAt", nullValue());
        sales().body(Map.of("to", IntakeFixture.BIZ))
                .post(INQUIRIES + inquiry + "/hand-over")
                .then()
                .statusCode(409);
        sales().body(Map.of("text", "可以供货"))
                .post(INQUIRIES + inquiry + "/answer")
                .then()
                .statusCode(200);

        as(SALES).get(DEADLINES + response).then().body("status", is("MET"));
        as(SALES).get(DEADLINES + handOver).then().body("status", is("MET"));
        assertThat(notices(inquiry)).isEmpty();
    }

    @Test
    @Requirement("QUO-02")
    void draftingAQuotationTakesTheInquiryOver() {
        UUID inquiry = intake.inquiry(intake.customer());
        UUID handOver = only(inquiry, "hand-over");
        runOut(handOver);

        intake.quotation(inquiry, "1000");

        sales().get(INQUIRIES + inquiry)
                .then()
                .body("handedOverBy", is(IntakeFixture.BIZ))
                .body("handOverMissedAt", notNullValue());
        as(SALES).get(DEADLINES + handOver).then().body("status", is("MISSED")).body("metAt", notNullValue());
    }

    @Test
    void whatIsPausedIsNotMissedAndKeepsItsTime() {
        UUID inquiry = intake.inquiry(intake.customer());
        UUID id = only(inquiry, "first-response");
        act(SALES, id, "pause").statusCode(403).body("code", is("not-a-superior"));
        act(FOREIGN_HEAD, id, "pause").statusCode(404);
        as(SUPERVISOR)
                .body(Map.of("reason", " "))
                .post(DEADLINES + id + "/pause")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("reason"));
        Tokens.as(SUPERVISOR, "SUPV")
                .header("Accept-Language", "zh")
                .contentType("application/json")
                .body(Map.of("reason", "x"))
                .post(DEADLINES + id + "/resume")
                .then()
                .statusCode(409)
                .body("code", is("illegal-move"));

        act(SUPERVISOR, id, "pause")
                .statusCode(200)
                .body("status", is("PAUSED"))
                .body("pausedAt", notNullValue());
        update("update deadline set due_at = now() - interval '1 day' where id = ?1", id);
        timekeeper.strike();
        act(HEAD, id, "pause").statusCode(409);
        String due = act(HEAD, id, "resume")
                .statusCode(200)
                .body("status", is("RUNNING"))
                .body("pausedAt", nullValue())
                .extract()
                .path("due");

        assertThat(OffsetDateTime.parse(due).toInstant()).isAfter(Instant.now().plus(Duration.ofMinutes(110)));
        act(SUPERVISOR, UUID.randomUUID(), "pause").statusCode(404);
    }

    @Test
    void aDeadlineIsKnownToItsOwnerThoseAboveHimLeadersAndAuditors() {
        UUID inquiry = intake.inquiry(intake.customer());
        UUID id = only(inquiry, "first-response");

        for (String knowing : List.of(SUPERVISOR, HEAD))
            list(knowing, "HEAD", "?recordId=" + inquiry + "&owner=" + SALES).body("items.size()", is(2));
        list("an.auditor", "AUDIT", "?recordId=" + inquiry).body("items.size()", is(2));
        list("a.leader", "LEAD", "?recordId=" + inquiry + "&status=RUNNING").body("items.size()", is(2));
        list(SALES, "SALES", "?recordId=" + inquiry + "&status=MISSED").body("items", empty());
        list(SALES, "SALES", "?recordId=" + inquiry + "&dueBefore=2026-01-01T00:00:00Z")
                .body("items", empty());
        for (String stranger : List.of(SENIOR_SALES, FOREIGN_HEAD)) {
            list(stranger, "SUPV", "?recordId=" + inquiry).body("items", empty());
            Tokens.as(stranger, "SUPV").get(DEADLINES + id).then().statusCode(404);
            for (String what : List.of("pause", "resume", "recount", "report", "acknowledge"))
                act(stranger, id, what).statusCode(404).body("detail", not(containsString(SALES)));
        }
        Tokens.as("portal.wang", "CUST").get(DEADLINES).then().statusCode(403);
        list(SALES, "SALES", "?status=LATE").statusCode(404);
    }

    @Test
    void whatNobodyOwnsIsTheHeadsAndThoseAboveHimKnowOfIt() {
        UUID record = Ids.next();
        start(record, SCOPE, null, null, false);
        UUID id = only(record, PROBE);

        for (String knowing : List.of(HEAD, FOREIGN_HEAD, IntakeFixture.LEADER))
            list(knowing, "HEAD", "?recordId=" + record).body("items.size()", is(1));
        list(SUPERVISOR, "SUPV", "?recordId=" + record).body("items", empty());
        act(SUPERVISOR, id, "pause").statusCode(404);
        act(IntakeFixture.LEADER, id, "pause").statusCode(200).body("status", is("PAUSED"));
        cancel(record);
    }

    @Test
    void whatHasRunOutUnnoticedIsNotSavedByAPauseOrAnotherCount() {
        UUID record = Ids.next();
        start(record, null);
        UUID id = only(record, PROBE);
        runOut(id);

        act(SUPERVISOR, id, "pause").statusCode(409).body("code", is("illegal-move"));
        act(SUPERVISOR, id, "recount").statusCode(409);

        timekeeper.strike();
        assertThat(status(id)).isEqualTo("MISSED");
    }

    @Test
    void theOwnerIsWarnedOnceAndMayAskForSupport() {
        UUID record = Ids.next();
        start(record, 75);
        UUID id = only(record, "probe");
        update(
                "update deadline set warn_at = now() - interval '1 minute', watch_at = now() - interval '1 minute'"
                        + " where id = ?1",
                id);

        timekeeper.strike();
        timekeeper.strike();
        assertThat(notices(record)).containsExactly(SALES + " deadline-near");

        act(SUPERVISOR, id, "report").statusCode(403).body("code", is("deadline-of-another"));
        act(SALES, id, "report").statusCode(200).body("reportedAt", notNullValue());
        assertThat(notices(record)).containsExactly(SALES + " deadline-near", SUPERVISOR + " deadline-support");
    }

    @Test
    void nobodyIsWarnedAfterTheOvertimeEndUnlessItIsUrgent() {
        Instant evening = LocalDate.of(2026, 3, 10).atTime(22, 20).atZone(ZONE).toInstant();
        var warnings = QuarkusTransaction.requiringNew().call(() -> {
            var act = acts.ofSystem();
            var found = new ArrayList<Instant>();
            for (boolean urgent : new boolean[] {false, true}) {
                UUID record = Ids.next();
                var about = new RecordRef(PROBE, record, "P-1");
                var terms = new DeadlineTerms(about, PROBE, SALES, SCOPE, urgent, 75, true);
                deadlines.start(terms, act.rule(StaffRules.REACHABILITY, SCOPE), evening, act);
                found.add(deadlines.find(record, PROBE).orElseThrow().warnsAt());
                deadlines.cancel(record, PROBE, act);
            }
            return found;
        });

        assertThat(warnings)
                .containsExactly(
                        LocalDate.of(2026, 3, 11).atTime(9, 0).atZone(ZONE).toInstant(),
                        evening.plus(Duration.ofMinutes(22).plusSeconds(30)));
    }

    @Test
    void whatFellDueWhileNobodyLookedIsDoneInOrderAndEachOnce() throws Exception {
        List<UUID> records = Stream.generate(Ids::next).limit(120).toList();
        records.forEach(record -> start(record, null));
        for (int i = 0; i < records.size(); i++)
            update(
                    "update deadline set due_at = now() - interval '1 hour' - ?2 * interval '1 second',"
                            + " watch_at = now() - interval '1 hour' - ?2 * interval '1 second' where record_id = ?1",
                    records.get(i),
                    i);

        timekeeper.strike();

        assertThat(probes.missed.stream().filter(records::contains)).containsExactlyElementsOf(records.reversed());
        lookFromAllSides();
        assertThat(probes.missed.stream().filter(records::contains)).hasSize(records.size());
    }

    @Test
    void oneThatCannotBeDealtWithKeepsNoOtherWaiting() {
        List<UUID> records = Stream.generate(Ids::next).limit(3).toList();
        records.forEach(record -> start(record, null));
        records.forEach(record -> runOut(only(record, "probe")));
        probes.unwilling = records.get(1);

        timekeeper.strike();

        assertThat(records.stream().map(record -> status(only(record, "probe"))))
                .containsExactly("MISSED", "RUNNING", "MISSED");
        probes.unwilling = null;
        cancel(records.get(1));
    }

    @Test
    void startedAgainItBeginsAnewAndWhatRanOutUnnoticedIsMissed() {
        UUID record = Ids.next();
        Instant first = start(record, null);
        Instant second = start(record, null);
        assertThat(second).isAfterOrEqualTo(first);
        UUID id = only(record, "probe");
        runOut(id);

        start(record, null);

        assertThat(status(id)).isEqualTo("MISSED");
        list("an.auditor", "AUDIT", "?recordId=" + record).body("items.status", contains("RUNNING", "MISSED"));
        cancel(record);
        list("an.auditor", "AUDIT", "?recordId=" + record).body("items.status", contains("CANCELED", "MISSED"));
    }

    @Test
    @Requirement({"ORG-05", "SUP-18"})
    void aCalendarThatChangesMovesNoDeadlineUntilSomebodyCountsItAnewAndNoRuling() {
        String unit = "unit-" + UUID.randomUUID().toString().substring(0, 8);
        UUID record = Ids.next();
        Instant due = start(record, Scope.of("general", unit), 75);
        UUID id = only(record, "probe");
        String before = shown(id);
        LocalDate day = LocalDate.now(ZONE);
        for (int i = 0; i < 4; i++)
            intake.send(
                    "performance-calendars",
                    new UnitDaySet(Ids.next(), 1, unit, day.plusDays(i), List.of(), "盘点", "hr", Instant.now()));
        await().until(() -> {
            books.refresh();
            return start(Ids.next(), Scope.of("general", unit), null).isAfter(due);
        });

        as(SALES).get(DEADLINES + id).then().body("due", is(before));
        String ruling = Tokens.as("an.auditor", "AUDIT")
                .get("/api/intake/v1/rulings?recordId=" + record)
                .then()
                .extract()
                .path("items[0].id");
        Tokens.as("an.auditor", "AUDIT")
                .get("/api/intake/v1/rulings/" + ruling + "/replay")
                .then()
                .statusCode(200)
                .body("same", is(true));

        act(SALES, id, "recount").statusCode(403);
        String moved = act(SUPERVISOR, id, "recount").statusCode(200).extract().path("due");
        assertThat(OffsetDateTime.parse(moved).toInstant()).isAfter(due);
    }

    @Test
    @Requirement("ORG-05")
    void aYearThatIsAnnouncedCountsWithoutAnybodyAskingForIt() {
        LocalDate wednesday = LocalDate.of(2018, 3, 14);
        assertThat(calendars.notices().ofYear(2018)).isNotEmpty().doesNotContainKey(wednesday);

        intake.send(
                "performance-calendars",
                new HolidaysAnnounced(
                        Ids.next(),
                        1,
                        2018,
                        List.of("https://www.gov.cn/x"),
                        List.of(new AnnouncedDay(wednesday, "假日", true)),
                        "更正",
                        "hr",
                        Instant.now()));

        await().until(() -> calendars.notices().ofYear(2018).equals(Map.of(wednesday, true)));
    }

    @Test
    @Requirement("ORG-07")
    void inTheNightOnlyWhatIsUrgentIsToldOfAMissAndTheRestInTheMorning() throws Exception {
        String unit = "unit-" + UUID.randomUUID().toString().substring(0, 8);
        Scope scope = Scope.of("general", unit);
        isQuiet(unit);
        UUID record = Ids.next();
        UUID urgent = Ids.next();
        start(record, scope, SALES, null, false);
        start(urgent, scope, SALES, null, true);
        UUID id = only(record, PROBE);
        runOut(id);
        runOut(only(urgent, PROBE));

        timekeeper.strike();

        assertThat(status(id)).isEqualTo("MISSED");
        assertThat(probes.missed).contains(record, urgent);
        assertThat(notices(record)).isEmpty();
        assertThat(notices(urgent))
                .containsExactlyInAnyOrder(SALES + " deadline-missed", SUPERVISOR + " deadline-escalated");
        assertThat(query(
                        "select cast(extract(epoch from tell_at - missed_at) as int) from deadline where record_id ="
                                + " ?1",
                        urgent))
                .as("half an hour to acknowledge it")
                .containsExactly(1800);
        Instant morning = calendars.nextOpen(Instant.now(), scope);
        assertThat(morning).isAfter(Instant.now());
        assertThat(query("select tell_at from deadline where id = ?1", id)).containsExactly(morning);

        inTheMorning(id);
        assertThat(notices(record))
                .containsExactlyInAnyOrder(SALES + " deadline-missed", SUPERVISOR + " deadline-escalated");
    }

    /** Closed today and tomorrow, and quiet from midnight on. */
    private void isQuiet(String unit) throws Exception {
        String day = LocalDate.now(ZONE).plusDays(3).getDayOfWeek().name().toLowerCase(Locale.ROOT);
        publish(
                unit,
                "calendar.general",
                "{\"days\": [\"%s\"], \"hours\": 8, \"spans\": [\"08:00–16:00\"]}".formatted(day));
        publish(unit, "overtime.latest", "{\"at\": \"00:00\"}");
    }

    private void publish(String unit, String rule, String values) throws Exception {
        int version = 7;
        intake.send(
                "performance-rules",
                new RulePublished(
                        Ids.next(),
                        rule,
                        version,
                        null,
                        unit,
                        mapper.readTree(values),
                        Instant.now(),
                        "试点",
                        "leader",
                        Instant.now()));
        await().until(() ->
                rules.current().version(rule, version, Scope.of(null, unit)).isPresent());
    }

    @Test
    @Requirement({"ORG-07", "ORG-12"})
    void whoStandsInForASuperiorWhoWasToldKnowsOfTheMissAndAcknowledgesItInBothNames() {
        UUID record = Ids.next();
        start(record, null);
        UUID id = only(record, PROBE);
        runOut(id);
        timekeeper.strike();
        inTheMorning(id);
        act(FOREIGN_HEAD, id, "acknowledge").statusCode(404);

        LocalDate today = calendars.today();
        intake.send(
                "performance-staff",
                new StaffRegistered(
                        UUID.nameUUIDFromBytes(SUPERVISOR.getBytes()),
                        SUPERVISOR,
                        "sales-east",
                        "general",
                        "SUPERVISOR",
                        HEAD,
                        Set.of("SUPV"),
                        LocalDate.of(2020, 1, 1),
                        null,
                        Instant.now(),
                        SUPERVISOR,
                        null,
                        null,
                        null,
                        List.of(new Substitute(FOREIGN_HEAD, today, today)),
                        null));
        await().until(() -> directory.representedBy(FOREIGN_HEAD, today).contains(SUPERVISOR));

        list(FOREIGN_HEAD, "HEAD", "?recordId=" + record).body("items.id", contains(id.toString()));
        act(FOREIGN_HEAD, id, "acknowledge")
                .statusCode(200)
                .body("acknowledgedBy", is(FOREIGN_HEAD))
                .body("acknowledgedFor", is(SUPERVISOR));
        assertThat(query("select status || ' ' || closed_by from task where record_id = ?1", id))
                .containsExactly("DONE " + FOREIGN_HEAD);
    }

    private Instant start(UUID record, Integer warnAtPercent) {
        return start(record, SCOPE, warnAtPercent);
    }

    private Instant start(UUID record, Scope scope, Integer warnAtPercent) {
        return start(record, scope, SALES, warnAtPercent, false);
    }

    private Instant start(UUID record, Scope scope, String owner, Integer warnAtPercent, boolean urgent) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var act = acts.ofSystem();
            var about = new RecordRef(PROBE, record, "P-1");
            var terms = new DeadlineTerms(about, PROBE, owner, scope, urgent, warnAtPercent, true);
            return deadlines.start(terms, act.rule(IntakeRules.FIRST_RESPONSE, scope), act);
        });
    }

    private void cancel(UUID record) {
        QuarkusTransaction.requiringNew().run(() -> deadlines.cancel(record, PROBE, acts.ofSystem()));
    }

    private void runOut(UUID id) {
        update(
                "update deadline set due_at = now() - interval '1 minute', warn_at = null,"
                        + " watch_at = now() - interval '1 minute' where id = ?1",
                id);
    }

    /** These tests also run at night, when nobody is told before the morning. */
    private void inTheMorning(UUID id) {
        letPass(id, "told = '[]'");
    }

    /** As if the time in which to acknowledge it were over. */
    private void withoutAcknowledgment(UUID id) {
        letPass(id, "told <> '[]'");
    }

    private void letPass(UUID id, String condition) {
        update(
                "update deadline set tell_at = now() - interval '1 minute', watch_at = now() - interval '1 minute'"
                        + " where id = ?1 and tell_at is not null and " + condition,
                id);
        timekeeper.strike();
    }

    private void lookFromAllSides() throws Exception {
        try (var replicas = Executors.newFixedThreadPool(4)) {
            var looks = IntStream.range(0, 8)
                    .<Callable<Void>>mapToObj(_ -> () -> {
                        timekeeper.strike();
                        return null;
                    })
                    .toList();
            for (var look : replicas.invokeAll(looks)) look.get();
        }
    }

    private UUID only(UUID record, String code) {
        return (UUID) query("select id from deadline where record_id = ?1 and code = ?2 order by id", record, code)
                .getFirst();
    }

    private String status(UUID id) {
        return (String) query("select status from deadline where id = ?1", id).getFirst();
    }

    private String shown(UUID id) {
        return Tokens.as("an.auditor", "AUDIT")
                .get(DEADLINES + id)
                .then()
                .extract()
                .path("due");
    }

    private List<String> notices(UUID record) {
        return query("select recipient || ' ' || text_key from notice where record_id = ?1 order by id", record)
                .stream()
                .map(String::valueOf)
                .toList();
    }

    private List<String> openTasks(UUID record) {
        return query("select assignee_person from task where record_id = ?1 and status = 'OPEN' order by id", record)
                .stream()
                .map(String::valueOf)
                .toList();
    }

    private List<Object> query(String sql, Object... parameters) {
        return QuarkusTransaction.requiringNew().<List<Object>>call(() -> {
            var query = entities.createNativeQuery(sql);
            for (int i = 0; i < parameters.length; i++) query.setParameter(i + 1, parameters[i]);
            List<?> rows = query.getResultList();
            return List.copyOf(rows);
        });
    }

    private void update(String sql, Object... parameters) {
        QuarkusTransaction.requiringNew().run(() -> {
            var query = entities.createNativeQuery(sql);
            for (int i = 0; i < parameters.length; i++) query.setParameter(i + 1, parameters[i]);
            query.executeUpdate();
        });
    }

    private static ValidatableResponse act(String who, UUID id, String act) {
        return as(who).body(Map.of("reason", "等客户回复"))
                .post(DEADLINES + id + "/" + act)
                .then();
    }

    private static ValidatableResponse list(String who, String role, String query) {
        return Tokens.as(who, role).get(DEADLINES + query).then();
    }

    private static io.restassured.specification.RequestSpecification as(String who) {
        return IntakeFixture.json(Tokens.as(who, who.equals(SALES) || who.equals(SENIOR_SALES) ? "SALES" : "SUPV"));
    }
}
