package io.gendan.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.core.store.Ids;
import io.gendan.events.Money;
import io.gendan.events.contract.ContractEvent;
import io.gendan.events.performance.StaffEvent.StaffRegistered;
import io.gendan.staff.Staff;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

/** Walks records to where a test begins, over the service's own API and as the people concerned. */
@ApplicationScoped
public class IntakeFixture {
    public static final String SALES = "zhao.min";
    public static final String SENIOR_SALES = "qian.hui";
    public static final String BIZ = "sun.lei";
    public static final String HEAD = "li.qiang";
    /** Head of another department. */
    public static final String FOREIGN_HEAD = "kong.wei";

    public static final String MERCH = "zhou.ting";
    public static final String SUPERVISOR = "wu.gang";
    public static final String LEADER = "zheng.hua";

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector kafka;

    @Inject
    Told told;

    @Inject
    Staff staff;

    public void registerStaff() {
        register(LEADER, "LEADER", "LEAD", null);
        register(HEAD, "HEAD", "HEAD", LEADER);
        register(SUPERVISOR, "SUPERVISOR", "SUPV", HEAD);
        register(SALES, "L1", "SALES", SUPERVISOR);
        register(SENIOR_SALES, "L2", "SALES", SUPERVISOR);
        register(BIZ, null, "BIZ", HEAD);
        register(MERCH, null, "MERCH", SUPERVISOR);
        register("chen.jing", null, "CS", HEAD);
        register(FOREIGN_HEAD, "HEAD", "HEAD", LEADER);
    }

    public void register(String username, String level, String role, String superior) {
        send(
                "performance-staff",
                new StaffRegistered(
                        UUID.nameUUIDFromBytes(username.getBytes()),
                        username,
                        "sales-east",
                        "general",
                        level,
                        superior,
                        Set.of(role),
                        LocalDate.of(2020, 1, 1),
                        null,
                        Instant.now()));
        await().until(() -> QuarkusTransaction.requiringNew()
                .call(() -> staff.find(username).isPresent()));
    }

    public void send(String channel, io.gendan.events.DomainEvent event) {
        kafka.source(channel).send(told.message(event));
    }

    public static RequestSpecification sales() {
        return json(Tokens.as(SALES, "SALES"));
    }

    public static RequestSpecification json(RequestSpecification request) {
        return request.contentType(ContentType.JSON);
    }

    public UUID customer(String... portalAccounts) {
        return id(sales().body(
                        Map.of("name", "华东机械有限公司", "naturalPerson", false, "portalAccounts", Set.of(portalAccounts)))
                .post("/api/intake/v1/customers"));
    }

    public UUID inquiry(UUID customer) {
        return id(sales().body(Map.of("channel", "phone", "customerId", customer, "details", completeDetails()))
                .post("/api/intake/v1/inquiries"));
    }

    public static Map<String, Object> completeDetails() {
        return Map.of(
                "customerName", "华东机械有限公司",
                "contactPerson", "王先生",
                "contact", "13800000000",
                "address", "上海市浦东新区张江路1号",
                "product", "减速机 R57",
                "quantity", "10",
                "wantedDate",
                        LocalDate.now(WorkingCalendar.SHANGHAI).plusDays(30).toString());
    }

    public UUID quotation(UUID inquiry, String unitPrice) {
        return id(json(Tokens.as(BIZ, "BIZ"))
                .body(Map.of("inquiryId", inquiry, "offer", offer(unitPrice)))
                .post("/api/intake/v1/quotations"));
    }

    public static Map<String, Object> offer(String unitPrice) {
        return Map.of(
                "currency",
                "CNY",
                "lines",
                java.util.List.of(Map.of(
                        "kind", "material",
                        "description", "减速机 R57",
                        "productClass", "standard",
                        "quantity", "10",
                        "unit", "台",
                        "unitPrice", unitPrice,
                        "taxPercent", "0")));
    }

    public UUID submittedQuotation() {
        return submittedQuotation(inquiry(customer()), "1000");
    }

    private UUID submittedQuotation(UUID inquiry, String unitPrice) {
        UUID id = quotation(inquiry, unitPrice);
        ok(Tokens.as(BIZ, "BIZ"), "/api/intake/v1/quotations/" + id + "/submit");
        return id;
    }

    public UUID sentQuotation(UUID inquiry, String unitPrice) {
        UUID id = submittedQuotation(inquiry, unitPrice);
        ok(Tokens.as(HEAD, "HEAD"), "/api/intake/v1/quotations/" + id + "/approve");
        ok(Tokens.as(SALES, "SALES"), "/api/intake/v1/quotations/" + id + "/send");
        return id;
    }

    public UUID acceptedQuotation(UUID customer, String unitPrice) {
        UUID id = sentQuotation(inquiry(customer), unitPrice);
        sales().body(Map.of("evidence", "邮件确认 2026-11-20"))
                .post("/api/intake/v1/quotations/{id}/accept", id)
                .then()
                .statusCode(200);
        return id;
    }

    /** A draft order over ten times this price. */
    public UUID draftOrder(String unitPrice) {
        return draftOrder(customer(), unitPrice);
    }

    public UUID draftOrder(UUID customer, String unitPrice) {
        return id(sales().body(Map.of("quotationId", acceptedQuotation(customer, unitPrice), "terms", terms()))
                .post("/api/intake/v1/orders"));
    }

    public static Map<String, Object> terms() {
        return Map.of(
                "deliveryPlace", "上海市浦东新区张江路1号",
                "deliveryDate",
                        LocalDate.now(WorkingCalendar.SHANGHAI).plusDays(30).toString(),
                "paymentTerms", "预付30%，验收后付清");
    }

    public static Map<String, Object> evidence() {
        return Map.of("evidence", Map.of("kind", "MESSAGE", "text", "微信确认"));
    }

    public UUID confirmedOrder() {
        UUID id = draftOrder("1000");
        sales().body(evidence())
                .post("/api/intake/v1/orders/{id}/confirm", id)
                .then()
                .statusCode(200);
        return id;
    }

    public UUID handedOverOrder() {
        UUID id = confirmedOrder();
        sales().body(Map.of("merchandiser", MERCH))
                .post("/api/intake/v1/orders/{id}/hand-in", id)
                .then()
                .statusCode(200);
        ok(Tokens.as(MERCH, "MERCH"), "/api/intake/v1/orders/" + id + "/confirm-receipt");
        return id;
    }

    public void contractBecomesEffective(UUID order) {
        send(
                "contract-contracts",
                new ContractEvent.ContractEffective(
                        Ids.next(), order, Ids.next(), "HT-2026-000001", Money.cny("10000"), Instant.now()));
        await().untilAsserted(() -> Tokens.as(MERCH, "MERCH")
                .get("/api/intake/v1/orders/{id}", order)
                .then()
                .body("contractEffective", is(true)));
    }

    public static void ok(RequestSpecification as, String path) {
        as.post(path).then().statusCode(200);
    }

    private static UUID id(io.restassured.response.Response response) {
        return UUID.fromString(response.then().statusCode(201).extract().path("id"));
    }
}
