package io.gendan.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.local.Part;
import io.gendan.system.OrderJourney.Item;
import io.gendan.testing.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is refused through the gateway, and how the refusal reads. */
@ExtendWith(WholeSystem.class)
class RefusalsIT {
    private static final String ORDERS = "/api/intake/v1/orders/";
    private static final Map<String, ?> EVIDENCE =
            Map.of("evidence", Map.of("kind", "SIGNED_FORM", "text", "客户签章订单扫描件"));

    private WholeSystem system;
    private Walks walks;

    @BeforeEach
    void begin() {
        system = WholeSystem.get();
        walks = new Walks(system);
    }

    @Test
    @Requirement({"SEC-08", "INF-10"})
    void aCustomerFindsHisOwnOrdersAndNobodyElses() {
        var journey = walks.journey(walks.customer("customer01"), "customer01", items("18.50"));
        Walks.ordered(journey);

        assertThat(as("customer01").get(ORDERS + journey.order()).status()).isEqualTo(200);
        var foreign = as("customer02").get(ORDERS + journey.order());

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.mediaType()).startsWith("application/problem+json");
        assertThat(as("customer02").get(ORDERS + UUID.randomUUID()).code()).isEqualTo(foreign.code());
    }

    @Test
    void anActOfAnotherRoleIsForbidden() {
        var journey = walks.journey(walks.customer("customer01"), "customer01", items("18.50"));
        Walks.ordered(journey);

        var refused = as("customer01").post(ORDERS + journey.order() + "/hand-in", Map.of("merchandiser", "dengli"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isNotEmpty();
    }

    @Test
    void withoutAGoodTokenNobodyGetsIn() {
        String path = ORDERS + UUID.randomUUID();
        String good = system.stack().login(Walks.TAKER).access();
        String forged = good.substring(0, good.length() - 6) + (good.endsWith("AAAAAA") ? "BBBBBB" : "AAAAAA");

        assertThat(door(null).get(path).status()).as("none").isEqualTo(401);
        assertThat(door("garbage").get(path).status()).as("garbage").isEqualTo(401);
        assertThat(door(forged).get(path).status()).as("forged").isEqualTo(401);
        assertThat(door(new Provider(system).forAnotherAudience(Walks.TAKER))
                        .get(path)
                        .status())
                .as("for another audience")
                .isEqualTo(401);
    }

    @Test
    void anExpiredTokenIsRefused() {
        var answer = door(new Provider(system).shortLived(Walks.TAKER));
        Instant begin = Instant.now();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> answer.get(ORDERS + UUID.randomUUID()).status() == 401);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    @Requirement("INT-17")
    void aRuleRefusesWithItsClauseInTheCallersLanguage() {
        var journey = walks.journey(walks.customer(), "", items("900"));
        String order = draft(journey);

        var chinese = as(Walks.TAKER).in("zh").post(ORDERS + order + "/confirm", EVIDENCE);
        var english = as(Walks.TAKER).in("en").post(ORDERS + order + "/confirm", EVIDENCE);

        for (var refused : List.of(chinese, english)) {
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.mediaType()).startsWith("application/problem+json");
            assertThat(refused.code()).isEqualTo("order-beyond-authority");
            assertThat(refused.body().path("rule").asText()).isEqualTo("intake.authority.sales.L1");
            assertThat(refused.body().path("version").asInt()).isPositive();
            assertThat(refused.body().path("clause").asText()).contains("3.1");
        }
        assertThat(chinese.body().path("detail").asText()).contains("超出");
        assertThat(english.body().path("detail").asText()).contains("beyond the authority");
    }

    @Test
    void badInputIsNamedFieldByFieldAndWritesNothing() {
        long before = system.number(Part.INTAKE, "select count(*) from audit_entry");
        var sales = as(Walks.TAKER).in("en");
        String inquiries = "/api/intake/v1/inquiries";

        var missing = sales.post(inquiries, Map.of("channel", ""));
        assertThat(missing.status()).as("%s", missing).isEqualTo(400);
        assertThat(missing.body().path("errors")).as("%s", missing).isNotEmpty();

        var unknownField = sales.post(inquiries, Map.of("channel", "phone", "surprise", 1));
        assertThat(unknownField.status()).as("%s", unknownField).isEqualTo(400);

        var noUtf8 =
                sales.post(inquiries, new byte[] {'{', '"', 'c', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'});
        assertThat(noUtf8.status()).as("%s", noUtf8).isEqualTo(400);

        var notJson = sales.post(inquiries, "text".getBytes(StandardCharsets.UTF_8));
        assertThat(notJson.status()).as("%s", notJson).isEqualTo(400);

        for (String price : List.of("-1", "99999999999999999999", "1e999")) {
            var amount = as("caojun").in("en").post("/api/intake/v1/quotations", quotation(price));
            assertThat(amount.status()).as("%s: %s", price, amount).isEqualTo(400);
            assertThat(amount.mediaType()).startsWith("application/problem+json");
        }
        var past = sales.post(
                "/api/intake/v1/orders",
                Map.of(
                        "quotationId",
                        UUID.randomUUID(),
                        "terms",
                        Map.of("deliveryPlace", "南京", "deliveryDate", "2020-01-01", "paymentTerms", "预付")));
        assertThat(past.status()).as("%s", past).isBetween(400, 422);

        assertThat(system.number(Part.INTAKE, "select count(*) from audit_entry"))
                .isEqualTo(before);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedAtTheDoor() {
        var answer = as(Walks.TAKER).post("/api/intake/v1/inquiries", new byte[50_000_000]);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("body-too-large");
    }

    @Test
    void anIllegalMoveIsAConflict() {
        var journey = walks.small(walks.customer());
        Walks.ordered(journey);

        var twice = as(Walks.TAKER).post(ORDERS + journey.order() + "/confirm", EVIDENCE);

        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.code()).isEqualTo("illegal-move");
    }

    @Test
    void nothingBehindTheDoorIsReachable() {
        for (String path : List.of(
                "/api/intake/q/metrics",
                "/api/intake/v1/../../../q/metrics",
                "/api/intake/../q/metrics",
                "/api/nobody/v1"))
            assertThat(as(Walks.TAKER).get(path).status()).as(path).isIn(400, 404);
    }

    private String draft(OrderJourney journey) {
        journey.inquire().quote().accept();
        var api = system.company().as(Walks.TAKER);
        return api.post(
                        "/api/intake/v1/orders",
                        UUID.randomUUID().toString(),
                        Map.of(
                                "quotationId",
                                journey.quotation(),
                                "terms",
                                Map.of(
                                        "deliveryPlace", "江苏省南京市玄武区",
                                        "deliveryDate",
                                                LocalDate.now(WorkingCalendar.SHANGHAI)
                                                        .plusDays(30)
                                                        .toString(),
                                        "paymentTerms", "验收后付清")))
                .path("id")
                .asText();
    }

    private static Map<String, ?> quotation(String price) {
        return Map.of(
                "inquiryId",
                UUID.randomUUID(),
                "offer",
                Map.of(
                        "currency",
                        "CNY",
                        "lines",
                        List.of(Map.of(
                                "kind", "material",
                                "description", "减速机",
                                "productClass", "standard",
                                "quantity", "1",
                                "unit", "台",
                                "unitPrice", price,
                                "taxPercent", "0"))));
    }

    private static List<Item> items(String price) {
        return List.of(new Item("木质相框", "standard", "100", "个", price));
    }

    private Http as(String username) {
        return door(system.stack().login(username).access());
    }

    private Http door(String token) {
        return new Http(system.stack().url("gateway"), token, "zh");
    }
}
