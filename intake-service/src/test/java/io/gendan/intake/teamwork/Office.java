package io.gendan.intake.teamwork;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

import javax.sql.DataSource;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.core.people.StaffDirectory;
import io.gendan.core.ruling.Rules;
import io.gendan.core.store.Ids;
import io.gendan.events.performance.RuleEvent.RulePublished;
import io.gendan.events.performance.StaffEvent.StaffRegistered;
import io.gendan.events.performance.StaffEvent.Substitute;
import io.gendan.events.performance.UnitEvent.UnitRegistered;
import io.gendan.intake.IntakeFixture;
import io.gendan.rulebook.Scope;
import io.gendan.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

import static org.awaitility.Awaitility.await;

/** A small office of its own for each test: a leader, a head, a supervisor, a merchandiser, one above the other. */
@Dependent
class Office {
    static final String API = "/api/intake/v1/";

    private static final LocalDate TODAY = LocalDate.now(WorkingCalendar.SHANGHAI);

    @Inject
    IntakeFixture intake;

    @Inject
    StaffDirectory directory;

    @Inject
    Rules rules;

    @Inject
    ObjectMapper mapper;

    @Inject
    DataSource database;

    private final String number = UUID.randomUUID().toString().substring(0, 8);
    final String unit = "U" + number;
    final String leader = "leader." + number;
    final String head = "head." + number;
    final String supervisor = "supervisor." + number;
    final String merchandiser = "merch." + number;
    final String colleague = "colleague." + number;

    void open() {
        intake.send(
                "performance-units",
                new UnitRegistered(
                        UUID.randomUUID(),
                        unit,
                        "跟单部",
                        "Merchandising",
                        null,
                        "DEPARTMENT",
                        "general",
                        head,
                        false,
                        null,
                        Instant.now(),
                        null));
        tell(leader, "LEAD", null);
        tell(head, "HEAD", leader);
        tell(supervisor, "SUPV", head);
        tell(merchandiser, "MERCH", supervisor);
        person(colleague, "MERCH", supervisor);
        soon(() -> directory.profileOf(unit).isPresent());
    }

    void person(String username, String role, String superior) {
        tell(username, role, superior);
        soon(() -> directory.find(username).isPresent());
    }

    void leaves(String username, String role, String superior) {
        tell(username, role, superior, address(username), TODAY.minusDays(1), List.of());
        soon(() -> !directory.find(username).orElseThrow().active());
    }

    void isAway(String username, String role, String superior, String substitute) {
        tell(username, role, superior, address(username), null, List.of(new Substitute(substitute, TODAY, TODAY)));
        soon(() -> directory.representedBy(substitute, TODAY).contains(username));
    }

    void hasAddress(String username, String role, String superior, String address) {
        tell(username, role, superior, address, null, List.of());
        soon(() -> address.equals(directory.find(username).orElseThrow().email()));
    }

    String address(String username) {
        return username + "@gendan.example";
    }

    String nameOf(String username) {
        return "名" + username;
    }

    RequestSpecification as(String username) {
        return as(username, "en");
    }

    RequestSpecification as(String username, String language) {
        String role = directory.find(username).orElseThrow().roles().iterator().next();
        return IntakeFixture.json(
                RestAssured.given().auth().oauth2(Tokens.good(username, role)).header("Accept-Language", language));
    }

    UUID confirmedOrder() {
        intake.registerStaff();
        return intake.confirmedOrder();
    }

    /** An order of another department, which merchandisers and superiors see. */
    UUID order() {
        intake.registerStaff();
        return intake.handedOverOrder();
    }

    /** A parameter of this unit's own, from now on. */
    void rule(String rule, String values) throws Exception {
        int version = 1000 + (int) (Math.random() * 1_000_000);
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
                        leader,
                        Instant.now()));
        soon(() -> rules.current().version(rule, version, Scope.of(null, unit)).isPresent());
    }

    UUID inquiry(String customer) {
        intake.registerStaff();
        return intake.inquiry(intake.customer(customer));
    }

    /** Lets time pass for what is on record; what nobody may change is changed by the owner of the tables. */
    void backdate(String table, String statement) throws SQLException {
        try (var connection = database.getConnection();
                var change = connection.createStatement()) {
            connection.setAutoCommit(false);
            change.execute("alter table " + table + " disable trigger user");
            change.execute(statement);
            change.execute("alter table " + table + " enable trigger user");
            connection.commit();
        }
    }

    /** Day and night, working days or not. */
    void alwaysOpen() throws Exception {
        rule("calendar.general", """
                {"days": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
                 "hours": 23, "spans": ["00:00–23:00"]}""");
        rule("overtime.latest", "{\"at\": \"23:59\"}");
    }

    /** Closed today, and quiet from midnight on. */
    void alwaysQuiet() throws Exception {
        String day = LocalDate.now(WorkingCalendar.SHANGHAI)
                .plusDays(3)
                .getDayOfWeek()
                .name()
                .toLowerCase(Locale.ROOT);
        rule("calendar.general", "{\"days\": [\"%s\"], \"hours\": 8, \"spans\": [\"08:00–16:00\"]}".formatted(day));
        rule("overtime.latest", "{\"at\": \"00:00\"}");
    }

    static Map<String, Object> comment(UUID order, String text) {
        return Map.of("recordType", "order", "recordId", order, "text", text);
    }

    static Map<String, Object> question(UUID order, String text, String person) {
        return Map.of(
                "recordType",
                "order",
                "recordId",
                order,
                "text",
                text,
                "to",
                Map.of("person", person),
                "question",
                true);
    }

    private void tell(String username, String role, String superior) {
        tell(username, role, superior, address(username), null, List.of());
    }

    private void tell(
            String username,
            String role,
            String superior,
            String address,
            LocalDate lastDay,
            List<Substitute> substitutes) {
        intake.send(
                "performance-staff",
                new StaffRegistered(
                        UUID.nameUUIDFromBytes(username.getBytes()),
                        username,
                        unit,
                        "general",
                        null,
                        superior,
                        Set.of(role),
                        LocalDate.of(2020, 1, 1),
                        lastDay,
                        Instant.now(),
                        nameOf(username),
                        address,
                        null,
                        null,
                        substitutes,
                        null));
    }

    private static void soon(Callable<Boolean> condition) {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10)).until(condition);
    }
}
