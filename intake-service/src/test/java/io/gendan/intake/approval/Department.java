package io.gendan.intake.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.core.clock.Timekeeper;
import io.gendan.core.people.StaffDirectory;
import io.gendan.core.store.Sql;
import io.gendan.events.performance.StaffEvent.StaffRegistered;
import io.gendan.events.performance.StaffEvent.Substitute;
import io.gendan.intake.IntakeFixture;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;

import static io.gendan.intake.IntakeFixture.json;
import static org.awaitility.Awaitility.await;

/** A small department of its own for each test: an author, his head, the leader above both. */
abstract class Department {
    static final String APPROVALS = "/api/intake/v1/approvals/";
    static final String QUOTATIONS = "/api/intake/v1/quotations/";
    static final String ORDERS = "/api/intake/v1/orders/";
    static final LocalDate TODAY = LocalDate.now(WorkingCalendar.SHANGHAI);

    @Inject
    IntakeFixture intake;

    @Inject
    Told told;

    @Inject
    StaffDirectory staff;

    @Inject
    Sql sql;

    @Inject
    Timekeeper timekeeper;

    final String number = UUID.randomUUID().toString().substring(0, 8);
    final String leader = named("leader");
    final String head = named("head");
    final String author = named("author");

    @BeforeEach
    void people() {
        intake.registerStaff();
        person("leader", null, "LEAD");
        person("head", "leader", "HEAD");
        person("author", "head", "BIZ");
    }

    UUID submitted(String cost) {
        var offer = new HashMap<>(IntakeFixture.offer("1000"));
        if (cost != null) offer.put("cost", cost);
        String id = as(author, "BIZ")
                .body(Map.of("inquiryId", intake.inquiry(intake.customer()), "offer", offer))
                .post(QUOTATIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        post(author, "BIZ", QUOTATIONS + id + "/submit", null).statusCode(200);
        return UUID.fromString(id);
    }

    String approvalOf(UUID record) {
        return as(leader, "LEAD")
                .get(APPROVALS + "?recordId=" + record)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    String checksumOf(UUID quotation) {
        return read(quotation).extract().path("checksum");
    }

    ValidatableResponse read(UUID quotation) {
        return as(head, "HEAD").get(QUOTATIONS + quotation).then().statusCode(200);
    }

    ValidatableResponse orderAs(String who, String role, UUID order) {
        return as(who, role).get(ORDERS + order).then().statusCode(200);
    }

    /** An order of the author's, which waits for his head. */
    UUID ownOrder() {
        person("author", "head", "SALES");
        String id = as(author, "SALES")
                .body(Map.of(
                        "quotationId",
                        intake.acceptedQuotation(intake.customer(), "6000"),
                        "terms",
                        IntakeFixture.terms()))
                .post("/api/intake/v1/orders")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        post(author, "SALES", ORDERS + id + "/request-approval", IntakeFixture.evidence())
                .statusCode(200);
        return UUID.fromString(id);
    }

    void requestApproval(UUID order) {
        IntakeFixture.sales()
                .body(IntakeFixture.evidence())
                .post(ORDERS + order + "/request-approval")
                .then()
                .statusCode(200);
    }

    int decide(String path, Object body) {
        return as(head, "HEAD").body(body).post(path).statusCode();
    }

    ValidatableResponse post(String who, String role, String path, Object body) {
        var request = as(who, role);
        return (body == null ? request.post(path) : request.body(body).post(path)).then();
    }

    RequestSpecification as(String who, String role) {
        return json(Tokens.as(who, role));
    }

    List<String> tasks(UUID record) {
        return query(
                "select coalesce(assignee_person, assignee_role) || ' ' || status from task where record_id = ?"
                        + " order by opened_at, id",
                record);
    }

    List<String> notices(UUID record) {
        return query("select recipient || ' ' || text_key from notice where record_id = ? order by id", record);
    }

    List<String> query(String query, UUID record) {
        return QuarkusTransaction.requiringNew().call(() -> sql.column(String.class, query, record));
    }

    void person(String name, String superior, String role) {
        tell(name, superior, role, null, List.of());
        await().until(() -> staff.find(named(name))
                .filter(person -> person.roles().equals(Set.of(role)))
                .filter(person -> Objects.equals(person.superior(), superior == null ? null : named(superior)))
                .isPresent());
    }

    void absent(String name, String superior, String role, String substitute) {
        tell(
                name,
                superior,
                role,
                null,
                List.of(new Substitute(named(substitute), TODAY.minusDays(1), TODAY.plusDays(1))));
        await().until(() -> staff.substituteOf(named(name), TODAY).equals(Optional.of(named(substitute))));
    }

    void tell(String name, String superior, String role, LocalDate lastDay, List<Substitute> substitutes) {
        intake.send(
                "performance-staff",
                new StaffRegistered(
                        UUID.nameUUIDFromBytes(named(name).getBytes()),
                        named(name),
                        "sales-east",
                        "general",
                        null,
                        superior == null ? null : named(superior),
                        Set.of(role),
                        LocalDate.of(2020, 1, 1),
                        lastDay,
                        Instant.now(),
                        name,
                        null,
                        null,
                        LocalDate.of(2020, 1, 1),
                        substitutes));
    }

    String named(String name) {
        return name + "." + number;
    }
}
