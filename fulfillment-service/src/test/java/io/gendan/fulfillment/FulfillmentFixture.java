package io.gendan.fulfillment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.gendan.core.store.Ids;
import io.gendan.customers.KnownCustomers;
import io.gendan.events.DomainEvent;
import io.gendan.events.Money;
import io.gendan.events.intake.CustomerEvent.CustomerRegistered;
import io.gendan.events.intake.OrderEvent.OrderConfirmed;
import io.gendan.events.intake.OrderEvent.OrderReleased;
import io.gendan.events.intake.OrderLine;
import io.gendan.events.performance.StaffEvent.StaffRegistered;
import io.gendan.staff.Staff;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

/** Walks records to where a test begins, over the service's own API and as the people concerned. */
@ApplicationScoped
public class FulfillmentFixture {
    public static final String API = "/api/fulfillment/v1/";
    public static final String HEAD = "li.qiang";
    /** Head of another department. */
    public static final String FOREIGN_HEAD = "kong.wei";

    public static final String MERCH = "zhou.ting";
    public static final String BIZ = "sun.lei";
    public static final String PROD = "he.gang";
    public static final String QC = "fan.juan";
    public static final String LOGI = "lu.feng";
    public static final String SALES = "zhao.min";

    public static final UUID CUSTOMER = UUID.nameUUIDFromBytes("customer".getBytes());
    public static final String PORTAL = "huadong.portal";
    public static final String FOREIGN_PORTAL = "other.portal";

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector kafka;

    @Inject
    Told told;

    @Inject
    Staff staff;

    @Inject
    EntityManager entities;

    @Inject
    KnownCustomers customers;

    public void people() {
        register(HEAD, "HEAD", "sales-east", null);
        register(FOREIGN_HEAD, "HEAD", "sales-west", null);
        register(MERCH, "MERCH", "sales-east", HEAD);
        register(BIZ, "BIZ", "sales-east", HEAD);
        register(PROD, "PROD", "factory", null);
        register(QC, "QC", "factory", null);
        register(SALES, "SALES", "sales-east", HEAD);
        register("sales.west", "SALES", "sales-west", FOREIGN_HEAD);
        send(
                "intake-customers",
                new CustomerRegistered(CUSTOMER, "C-000001", "华东机械有限公司", Set.of(PORTAL), Instant.now()));
        send(
                "intake-customers",
                new CustomerRegistered(
                        UUID.nameUUIDFromBytes("other".getBytes()),
                        "C-000002",
                        "西北物资公司",
                        Set.of(FOREIGN_PORTAL),
                        Instant.now()));
        await().until(() -> QuarkusTransaction.requiringNew()
                .call(() -> customers.ofPortalAccount(FOREIGN_PORTAL).size() == 1
                        && customers.ofPortalAccount(PORTAL).size() == 1));
    }

    private void register(String username, String role, String unit, String superior) {
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
        await().until(() -> QuarkusTransaction.requiringNew()
                .call(() -> staff.find(username).isPresent()));
    }

    public void send(String channel, DomainEvent event) {
        send(channel, event, Ids.next());
    }

    public void send(String channel, DomainEvent event, UUID eventId) {
        kafka.source(channel).send(told.message(event, eventId));
    }

    /** Lets a deadline pass without waiting for it. */
    public void passBy(String update, UUID id) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        entities.createNativeQuery(update).setParameter(1, id).executeUpdate());
    }

    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    public static OrderReleased released(UUID order, LocalDate deliveryDate) {
        return new OrderReleased(
                order,
                "SO-2026-" + order.toString().substring(30),
                CUSTOMER,
                "general",
                "sales-east",
                SALES,
                MERCH,
                lines(),
                Money.cny("10000"),
                "上海市浦东新区张江路1号",
                deliveryDate,
                Instant.now());
    }

    public static OrderConfirmed confirmed(UUID order, UUID inquiry, UUID quotation, Instant at) {
        return new OrderConfirmed(
                order,
                "SO-2026-000001",
                CUSTOMER,
                inquiry,
                quotation,
                "general",
                "sales-east",
                SALES,
                lines(),
                Money.cny("10000"),
                "上海市浦东新区张江路1号",
                today().plusDays(30),
                "预付30%，验收后付清",
                true,
                at);
    }

    private static List<OrderLine> lines() {
        return List.of(
                new OrderLine("减速机 R57", "standard", new BigDecimal("10"), "台", Money.cny("1000"), Money.cny("10000")));
    }

    /** A released order that has its plan. */
    public UUID releasedOrder() {
        return releasedOrder(today().plusDays(30));
    }

    public UUID releasedOrder(LocalDate deliveryDate) {
        UUID order = Ids.next();
        send("intake-orders", released(order, deliveryDate));
        await().untilAsserted(() ->
                as(MERCH, "MERCH").get(API + "plans?orderId=" + order).then().body("items", hasSize(1)));
        return order;
    }

    public UUID planOf(UUID order) {
        return UUID.fromString(as(MERCH, "MERCH")
                .get(API + "plans?orderId=" + order)
                .then()
                .extract()
                .path("items[0].id"));
    }

    public UUID runningPlan(UUID order) {
        UUID plan = planOf(order);
        ok(as(HEAD, "HEAD").body(team()), "plans/" + plan + "/team");
        as(MERCH, "MERCH")
                .body(List.of(milestone(today().plusDays(10))))
                .put(API + "plans/" + plan + "/milestones")
                .then()
                .statusCode(200);
        ok(as(HEAD, "HEAD"), "plans/" + plan + "/confirm");
        ok(as(MERCH, "MERCH"), "plans/" + plan + "/start");
        return plan;
    }

    public void inspected(UUID plan, boolean passed) {
        ok(
                as(QC, "QC").body(Map.of("batch", "1", "criteria", Map.of("尺寸", passed, "外观", true))),
                "plans/" + plan + "/inspections");
    }

    public UUID producedPlan(UUID order) {
        UUID plan = runningPlan(order);
        inspected(plan, true);
        ok(as(MERCH, "MERCH"), "plans/" + plan + "/produced");
        return plan;
    }

    public UUID preparedShipment(UUID order) {
        return created(as(LOGI, "LOGI").body(shipment(order)), "shipments");
    }

    public UUID arrivedShipment(UUID order) {
        UUID shipment = preparedShipment(order);
        ok(as(LOGI, "LOGI"), "shipments/" + shipment + "/dispatch");
        ok(as(LOGI, "LOGI").body(track("IN_TRANSIT")), "shipments/" + shipment + "/track");
        ok(as(LOGI, "LOGI").body(track("ARRIVED")), "shipments/" + shipment + "/track");
        return shipment;
    }

    public UUID deliveredOrder() {
        UUID order = releasedOrder();
        producedPlan(order);
        ok(as(PORTAL, "CUST").body(receipt()), "shipments/" + arrivedShipment(order) + "/confirm-receipt");
        return order;
    }

    public UUID begunAcceptance(UUID order) {
        UUID acceptance = created(as(BIZ, "BIZ").body(Map.of("orderId", order, "selfCheck", "按合同自检合格")), "acceptances");
        ok(as(BIZ, "BIZ"), "acceptances/" + acceptance + "/invite");
        ok(as(BIZ, "BIZ"), "acceptances/" + acceptance + "/begin");
        return acceptance;
    }

    public static Map<String, Object> team() {
        return Map.of("owner", BIZ, "members", List.of(Map.of("username", PROD, "duty", "生产")));
    }

    public static Map<String, Object> milestone(LocalDate plannedOn) {
        return Map.of(
                "name", "装配完成", "plannedOn", plannedOn.toString(), "responsible", PROD, "criterion", "全部装配完毕并试运行");
    }

    public static Map<String, Object> shipment(UUID order) {
        return Map.of(
                "orderId",
                order,
                "carrier",
                "顺丰速运",
                "mode",
                "ROAD",
                "plannedOn",
                today().plusDays(1).toString());
    }

    public static Map<String, Object> track(String status) {
        return Map.of("status", status, "place", "上海");
    }

    public static Map<String, Object> receipt() {
        return Map.of("receivedOn", today().toString(), "quantityOk", true);
    }

    public static RequestSpecification as(String username, String... roles) {
        return Tokens.as(username, roles).contentType(ContentType.JSON);
    }

    public static ValidatableResponse ok(RequestSpecification request, String path) {
        return request.post(API + path).then().statusCode(200);
    }

    public static UUID created(RequestSpecification request, String path) {
        return UUID.fromString(
                request.post(API + path).then().statusCode(201).extract().path("id"));
    }
}
