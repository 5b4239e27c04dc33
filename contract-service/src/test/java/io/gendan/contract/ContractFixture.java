package io.gendan.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.contract.confirmedorder.ConfirmedOrders;
import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.core.store.Ids;
import io.gendan.customers.KnownCustomers;
import io.gendan.events.DomainEvent;
import io.gendan.events.Money;
import io.gendan.events.intake.CustomerEvent.CustomerRegistered;
import io.gendan.events.intake.OrderEvent.OrderConfirmed;
import io.gendan.events.intake.OrderLine;
import io.gendan.events.performance.StaffEvent.StaffRegistered;
import io.gendan.events.performance.StaffEvent.Substitute;
import io.gendan.staff.Staff;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

import static org.awaitility.Awaitility.await;

/** Walks contracts to where a test begins, over the service's own API and as the people concerned. */
@ApplicationScoped
public class ContractFixture {
    public static final String CONTRACTS = "/api/contract/v1/contracts/";
    public static final String SALES = "zhao.min";
    public static final String BIZ = "sun.lei";
    public static final String LEGAL = "he.fang";
    public static final String HEAD = "li.qiang";
    /** Head of another department. */
    public static final String FOREIGN_HEAD = "kong.wei";

    public static final String LEADER = "zheng.hua";
    public static final String SEAL_HOLDER = "feng.da";
    public static final String FINANCE = "bao.yuqing";

    /** An order of 10,000 CNY, its customer, and who acts for him in the portal. */
    public record Deal(UUID order, UUID customer, String portal, String number) {}

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector kafka;

    @Inject
    Told told;

    @Inject
    ConfirmedOrders orders;

    @Inject
    KnownCustomers customers;

    @Inject
    Staff staff;

    public Deal deal() {
        UUID order = Ids.next();
        UUID customer = Ids.next();
        var deal = new Deal(order, customer, "portal." + customer, "SO-" + order);
        register(LEADER, null, "LEAD");
        register(HEAD, LEADER, "HEAD");
        register(SALES, HEAD, "SALES");
        register(LEGAL, LEADER, "LEGAL");
        send("intake-customers", registered(deal));
        send("intake-orders", confirmed(deal, "预付30%，验收后付清"));
        await().until(() -> QuarkusTransaction.requiringNew()
                .call(() -> orders.find(order).isPresent()
                        && customers.nameOf(customer).isPresent()
                        && staff.find(LEGAL).isPresent()));
        return deal;
    }

    private void register(String username, String superior, String role) {
        register(username, superior, role, null);
    }

    /** @param substitute who stands in for the person today; null for nobody */
    public void register(String username, String superior, String role, String substitute) {
        LocalDate today = LocalDate.now(WorkingCalendar.SHANGHAI);
        send(
                "performance-staff",
                new StaffRegistered(
                        UUID.nameUUIDFromBytes(username.getBytes()),
                        username,
                        "sales-east",
                        "general",
                        null,
                        superior,
                        Set.of(role),
                        LocalDate.of(2020, 1, 1),
                        null,
                        Instant.now(),
                        username,
                        null,
                        null,
                        null,
                        substitute == null
                                ? List.of()
                                : List.of(new Substitute(substitute, today.minusDays(1), today.plusDays(1))),
                        null));
        await().until(() -> QuarkusTransaction.requiringNew()
                .call(() -> staff.find(username).isPresent()
                        && staff.substituteOf(username, today).equals(Optional.ofNullable(substitute))));
    }

    public static CustomerRegistered registered(Deal deal) {
        return new CustomerRegistered(deal.customer(), "C-000001", "华东机械有限公司", Set.of(deal.portal()), Instant.now());
    }

    public static OrderConfirmed confirmed(Deal deal, String paymentTerms) {
        return new OrderConfirmed(
                deal.order(),
                deal.number(),
                deal.customer(),
                Ids.next(),
                Ids.next(),
                "general",
                "sales-east",
                SALES,
                List.of(new OrderLine(
                        "减速机 R57", "standard", BigDecimal.TEN, "台", Money.cny("1000"), Money.cny("10000"))),
                Money.cny("10000"),
                "上海市浦东新区张江路1号",
                LocalDate.of(2027, 1, 20),
                paymentTerms,
                true,
                Instant.now());
    }

    public void send(String channel, DomainEvent event) {
        send(channel, told.message(event));
    }

    public void send(String channel, ConsumerRecord<String, byte[]> message) {
        kafka.source(channel).send(message);
    }

    public static RequestSpecification as(String username, String... roles) {
        return Tokens.as(username, roles).contentType(ContentType.JSON);
    }

    public static Map<String, String> clauses() {
        var clauses = new HashMap<String, String>();
        clauses.put("scope", "供应减速机 R57 十台");
        clauses.put("service-standard", "符合 GB/T 标准");
        clauses.put("delivery-time", "2027年1月20日前");
        clauses.put("payment-method", "银行转账");
        clauses.put("breach-liability", "逾期每日万分之五");
        clauses.put("rights-and-duties", "双方按约履行");
        return clauses;
    }

    public UUID draft(Deal deal) {
        return UUID.fromString(as(BIZ, "BIZ")
                .body(Map.of("orderId", deal.order(), "clauses", clauses()))
                .post(CONTRACTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    public UUID inLegalReview(Deal deal) {
        UUID id = draft(deal);
        post(as(BIZ, "BIZ"), id, "submit").statusCode(200);
        return id;
    }

    public UUID inHeadSignOff(Deal deal) {
        UUID id = inLegalReview(deal);
        post(as(LEGAL, "LEGAL"), id, "legal-approve").statusCode(200);
        return id;
    }

    public UUID approved(Deal deal) {
        UUID id = inHeadSignOff(deal);
        post(as(HEAD, "HEAD"), id, "sign-off").statusCode(200);
        post(as(LEADER, "LEAD"), id, "sign-off").statusCode(200);
        return id;
    }

    public UUID effective(Deal deal) {
        UUID id = approved(deal);
        post(as(SEAL_HOLDER, "SEAL").body(seal()), id, "seal").statusCode(200);
        post(as(HEAD, "HEAD").body(signature("OURS")), id, "sign").statusCode(200);
        post(as(deal.portal(), "CUST").body(signature("CUSTOMER")), id, "sign").statusCode(200);
        return id;
    }

    public static Map<String, Object> seal() {
        return Map.of("seal", "CONTRACT", "copies", 2);
    }

    public static Map<String, Object> signature(String side) {
        return Map.of(
                "side",
                side,
                "signatory",
                "李强",
                "capacity",
                "法定代表人",
                "signedOn",
                LocalDate.now(WorkingCalendar.SHANGHAI).toString(),
                "evidence",
                "扫描件 第1卷",
                "sealed",
                true);
    }

    public static Map<String, String> cny(String amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }

    public static ValidatableResponse post(RequestSpecification request, UUID id, String act) {
        return request.post(CONTRACTS + id + "/" + act).then();
    }
}
