package io.gendan.aftersales;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.gendan.aftersales.knownorder.KnownOrders;
import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.core.people.StaffDirectory;
import io.gendan.core.ruling.Rules;
import io.gendan.core.store.Ids;
import io.gendan.customers.KnownCustomers;
import io.gendan.events.DomainEvent;
import io.gendan.events.Money;
import io.gendan.events.intake.CustomerEvent.CustomerRegistered;
import io.gendan.events.intake.OrderEvent.OrderCompleted;
import io.gendan.events.intake.OrderEvent.OrderConfirmed;
import io.gendan.events.performance.RuleEvent.RulePublished;
import io.gendan.events.performance.StaffEvent.StaffRegistered;
import io.gendan.events.performance.UnitEvent.UnitRegistered;
import io.gendan.rulebook.Scope;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

import static org.awaitility.Awaitility.await;

/** Walks records to where a test begins: orders over intake's events, the rest over the service's own API. */
@ApplicationScoped
public class AftersalesFixture {
    public static final String SALES = "zhao.min";
    public static final String MERCH = "zhou.ting";
    public static final String ASREP = "he.ling";
    public static final String HEAD = "li.qiang";
    public static final String TICKETS = "/api/aftersales/v1/tickets/";
    public static final String VISITS = "/api/aftersales/v1/visits/";

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector kafka;

    @Inject
    Told told;

    @Inject
    KnownOrders orders;

    @Inject
    KnownCustomers customers;

    @Inject
    DataSource database;

    @Inject
    StaffDirectory staff;

    @Inject
    Rules rules;

    public static RequestSpecification as(String username, String... roles) {
        return Tokens.as(username, roles).contentType(ContentType.JSON);
    }

    public static RequestSpecification asrep() {
        return as(ASREP, "ASREP");
    }

    public static RequestSpecification merch() {
        return as(MERCH, "MERCH");
    }

    public void send(String channel, DomainEvent event) {
        kafka.source(channel).send(told.message(event));
    }

    public void send(String channel, DomainEvent event, UUID id) {
        kafka.source(channel).send(told.message(event, id));
    }

    /** A customer for whom this portal account acts. */
    public UUID customer(String portalAccount) {
        return customer(Ids.next(), portalAccount);
    }

    public UUID customer(UUID id, String portalAccount) {
        tellOfCustomer(id, portalAccount, Instant.now());
        await().until(() ->
                inTransaction(() -> customers.ofPortalAccount(portalAccount).contains(id)));
        return id;
    }

    public void tellOfCustomer(UUID id, String portalAccount, Instant at) {
        send("intake-customers", new CustomerRegistered(id, "C-000001", "华东机械有限公司", Set.of(portalAccount), at));
    }

    /** A running order. */
    public UUID order(UUID customer) {
        return order(customer, "sales-east");
    }

    public UUID order(UUID customer, String unit) {
        UUID id = Ids.next();
        send("intake-orders", confirmed(id, customer, unit));
        await().until(() -> inTransaction(() -> orders.find(id).isPresent()));
        return id;
    }

    public UUID order() {
        return order(Ids.next());
    }

    public static OrderConfirmed confirmed(UUID id, UUID customer) {
        return confirmed(id, customer, "sales-east");
    }

    private static OrderConfirmed confirmed(UUID id, UUID customer, String unit) {
        return new OrderConfirmed(
                id,
                "SO-2026-000001",
                customer,
                Ids.next(),
                Ids.next(),
                "general",
                unit,
                SALES,
                List.of(),
                Money.cny("10000"),
                "上海市",
                LocalDate.of(2026, 12, 24),
                "货到付款",
                true,
                Instant.now());
    }

    public static OrderCompleted completed(UUID id, UUID customer, Instant at) {
        return new OrderCompleted(id, "SO-2026-000001", customer, "general", "sales-east", SALES, MERCH, at);
    }

    /** The visit that is due since the order was completed at this moment. */
    public UUID visit(Instant completedAt) {
        UUID order = Ids.next();
        send("intake-orders", completed(order, Ids.next(), completedAt));
        await().until(() -> !told.about(order).isEmpty());
        return UUID.fromString(
                asrep().get(VISITS + "?orderId=" + order).then().extract().path("items[0].id"));
    }

    public UUID plannedVisit(Instant completedAt) {
        UUID id = visit(completedAt);
        asrep().body(plan()).post(VISITS + id + "/plan").then().statusCode(200);
        return id;
    }

    public static Map<String, Object> plan() {
        return Map.of(
                "on", LocalDate.now(WorkingCalendar.SHANGHAI).plusDays(2).toString(), "by", ASREP, "manner", "PHONE");
    }

    public static Map<String, Object> request(UUID order, String kind, String urgency) {
        return Map.of("orderId", order, "kind", kind, "channel", "phone", "text", "减速机有异响", "urgency", urgency);
    }

    public UUID ticket(UUID order, String kind) {
        return id(asrep().body(request(order, kind, "NORMAL")).post(TICKETS).then());
    }

    public UUID complaintAbout(UUID order, String person) {
        return id(asrep().body(Map.of(
                        "orderId",
                        order,
                        "kind",
                        "COMPLAINT",
                        "channel",
                        "phone",
                        "text",
                        "态度恶劣",
                        "urgency",
                        "HIGH",
                        "about",
                        person))
                .post(TICKETS)
                .then());
    }

    public static ValidatableResponse act(RequestSpecification who, UUID ticket, String act, Map<String, ?> body) {
        return who.body(body).post(TICKETS + ticket + "/" + act).then();
    }

    public static void toDepartment(UUID complaint) {
        act(merch(), complaint, "acknowledge", Map.of()).statusCode(200);
        act(asrep(), complaint, "assign", Map.of("department", "quality", "handler", "sun.lei"))
                .statusCode(200);
    }

    public static void investigated(UUID complaint, String causedBy) {
        toDepartment(complaint);
        act(as(HEAD, "HEAD"), complaint, "investigate", wellFounded(causedBy)).statusCode(200);
    }

    public static void told(UUID complaint, String causedBy) {
        investigated(complaint, causedBy);
        act(merch(), complaint, "propose", Map.of("solution", "免费更换")).statusCode(200);
        act(merch(), complaint, "tell", Map.of("how", "电话告知王先生")).statusCode(200);
    }

    public static Map<String, Object> wellFounded(String causedBy) {
        return Map.of("wellFounded", true, "causedBy", causedBy, "cause", "装配错误", "remedy", "更换轴承");
    }

    /** The after-sales office: ASREP, his superior HEAD, and the leader above him. */
    public void office() {
        register("qian.lin", null, "LEAD");
        register(HEAD, "qian.lin", "HEAD");
        register(ASREP, HEAD, "ASREP");
        await().until(() -> inTransaction(() -> staff.find(ASREP).isPresent()));
    }

    /** A department, its head, and the leader above him. */
    public void department(String unit, String head) {
        send(
                "performance-units",
                new UnitRegistered(
                        UUID.nameUUIDFromBytes(unit.getBytes()),
                        unit,
                        "质量部",
                        "Quality",
                        null,
                        "DEPARTMENT",
                        "factory",
                        head,
                        false,
                        null,
                        Instant.now(),
                        null));
        register(head, "qian.lin", "HEAD", unit);
        await().until(() -> inTransaction(
                () -> staff.find(head).isPresent() && staff.profileOf(unit).isPresent()));
    }

    /** From now on a unit's own. */
    public void publish(String rule, String unit, JsonNode values) {
        send(
                "performance-rules",
                new RulePublished(
                        Ids.next(), rule, 7, null, unit, values, Instant.now(), "试点", "leader", Instant.now()));
        await().until(() ->
                rules.current().version(rule, 7, Scope.of(null, unit)).isPresent());
    }

    public void register(String username, String superior, String role) {
        register(username, superior, role, "AFS");
    }

    private void register(String username, String superior, String role, String unit) {
        send(
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
                        null,
                        Instant.now()));
    }

    /** As if this deadline of the ticket had reached that point: its warning, its end, the next one's turn to be told. */
    public void letPass(UUID ticket, String code, String column) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update deadline set " + column
                        + " = now() - interval '1 minute', watch_at = now() - interval '1 minute'"
                        + " where record_id = ? and code = ?")) {
            update.setObject(1, ticket);
            update.setString(2, code);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As if the response clock had been started long ago. */
    public void letResponseClockRunOut(UUID ticket) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update deadline set due_at = now() - interval '1 minute', warn_at = null, watch_at = now() -"
                                + " interval '1 minute' where record_id = ? and code = 'first-response'")) {
            update.setObject(1, ticket);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID id(ValidatableResponse response) {
        return UUID.fromString(response.statusCode(201).extract().path("id"));
    }

    private static boolean inTransaction(java.util.concurrent.Callable<Boolean> question) {
        return QuarkusTransaction.requiringNew().call(question);
    }
}
