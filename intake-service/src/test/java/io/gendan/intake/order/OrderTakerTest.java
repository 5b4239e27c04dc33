package io.gendan.intake.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.core.people.StaffDirectory;
import io.gendan.events.performance.StaffEvent.StaffRegistered;
import io.gendan.events.performance.UnitEvent.UnitRegistered;
import io.gendan.intake.IntakeFixture;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.gendan.intake.IntakeFixture.evidence;
import static io.gendan.intake.IntakeFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

/** What the staff register says of an order taker decides what he may confirm, and whether he is let in at all. */
@QuarkusTest
class OrderTakerTest {
    private static final String ORDERS = "/api/intake/v1/orders/";
    private static final LocalDate TODAY = LocalDate.now(WorkingCalendar.SHANGHAI);

    @Inject
    IntakeFixture intake;

    @Inject
    StaffDirectory directory;

    @Inject
    Told told;

    private final String taker = "taker." + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void people() {
        intake.registerStaff();
    }

    @Test
    @Requirement("PER-55")
    void beforeHisInductionIsOnRecordNobodyTakesAnOrder() {
        UUID order = intake.draftOrder("1000");
        register("L2", null, null, null, "sales-east");

        act(order, "confirm")
                .then()
                .statusCode(422)
                .body("code", is("induction-not-recorded"))
                .body("rule", is("intake.induction"))
                .body("clause", is("003 §4.1"))
                .body("detail", containsString(taker));
        act(order, "request-approval").then().statusCode(422).body("code", is("induction-not-recorded"));
        assertThat(told.about(order)).isEmpty();
        assertThat(told.rulingsOn(order)).containsOnly("intake.induction REFUSED");

        register("L2", null, TODAY, null, "sales-east");
        await().untilAsserted(() -> act(order, "confirm").then().statusCode(200));
        assertThat(told.rulingsOn(order)).contains("intake.induction ALLOWED");
    }

    @Test
    @Requirement({"INT-17", "ORG-04"})
    void aLimitOfHisOwnLowersWhatTheLevelAllowsAndNeverRaisesIt() {
        UUID order = intake.draftOrder("1000");
        register("L1", new BigDecimal("9999.99"), TODAY, null, "sales-east");

        act(order, "confirm")
                .then()
                .statusCode(422)
                .body("code", is("order-beyond-personal-limit"))
                .body("rule", is("intake.authority.sales.L1"))
                .body("clause", is("000 §3.1"))
                .body("detail", containsString("9999.99"));
        assertThat(told.rulingsOn(order)).containsOnly("intake.authority.sales.L1 REFUSED");

        register("L1", new BigDecimal("10000"), TODAY, null, "sales-east");
        await().untilAsserted(() -> act(order, "confirm").then().statusCode(200));

        UUID great = intake.draftOrder("9000");
        register("L1", new BigDecimal("900000"), TODAY, null, "sales-east");
        await().untilAsserted(() -> act(great, "confirm").then().statusCode(422));
        assertThat(told.about(great)).isEmpty();
    }

    @Test
    @Requirement("SEC-17")
    void whoHasLeftOrHasNotBegunIsTurnedAwayAtEveryRequest() {
        UUID order = intake.draftOrder("1000");
        register("L1", null, TODAY, TODAY, "sales-east");
        Tokens.as(taker, "SALES").get(ORDERS + order).then().statusCode(200);

        register("L1", null, TODAY, TODAY.minusDays(1), "sales-east");
        await().untilAsserted(() ->
                Tokens.as(taker, "SALES").get(ORDERS + order).then().statusCode(403));
        for (String path : List.of("orders", "inquiries", "quotations", "customers", "rulings"))
            Tokens.as(taker, "SALES", "MERCH", "AUDIT")
                    .get("/api/intake/v1/" + path)
                    .then()
                    .statusCode(403);
        act(order, "confirm").then().statusCode(403).body("code", is("staff-not-on-duty"));
        Tokens.as("customer." + taker, "CUST")
                .get("/api/intake/v1/orders")
                .then()
                .statusCode(200);
    }

    @Test
    @Requirement("ORG-03")
    void whoeverIsInTheControllingUnitSeesAllOrdersAndIntervenesInThemAndNobodyElse() {
        UUID order = intake.draftOrder("1000");
        String unit = "CTRL-" + taker;
        register("L1", null, TODAY, null, unit);
        unit(unit, false);
        seesNothing(order);

        unit(unit, true);
        await().until(() -> Tokens.as(taker, "SALES").get(ORDERS + order).statusCode() == 200);
        Tokens.as(taker, "SALES").get("/api/intake/v1/orders").then().body("items.id", hasItem(order.toString()));
        unit(unit, false);
        await().until(() -> Tokens.as(taker, "SALES").get(ORDERS + order).statusCode() == 404);
        seesNothing(order);

        unit(unit, true);
        await().until(() -> Tokens.as(taker, "SALES").get(ORDERS + order).statusCode() == 200);
        cancel(order).then().statusCode(200).body("status", is("CANCELED"));
    }

    private void seesNothing(UUID order) {
        Tokens.as(taker, "SALES").get(ORDERS + order).then().statusCode(404);
        Tokens.as(taker, "SALES").get("/api/intake/v1/orders").then().body("items.id", not(hasItem(order.toString())));
        cancel(order).then().statusCode(403).body("code", is("not-a-superior"));
    }

    /** Headed by somebody else. */
    private void unit(String code, boolean controlling) {
        intake.send(
                "performance-units",
                new UnitRegistered(
                        UUID.nameUUIDFromBytes(code.getBytes()),
                        code,
                        "营销中心",
                        "Marketing center",
                        null,
                        "DEPARTMENT",
                        "general",
                        IntakeFixture.HEAD,
                        controlling,
                        null,
                        Instant.now(),
                        null));
        await().until(() -> directory.profileOf(code).isPresent());
    }

    private io.restassured.response.Response cancel(UUID order) {
        return json(Tokens.as(taker, "SUPV")).body(Map.of("reason", "客户取消")).post(ORDERS + order + "/cancel");
    }

    private io.restassured.response.Response act(UUID order, String act) {
        return json(Tokens.as(taker, "SALES")).body(evidence()).post(ORDERS + order + "/" + act);
    }

    private void register(String level, BigDecimal limit, LocalDate inducted, LocalDate lastDay, String unit) {
        intake.send(
                "performance-staff",
                new StaffRegistered(
                        UUID.nameUUIDFromBytes(taker.getBytes()),
                        taker,
                        unit,
                        "general",
                        level,
                        IntakeFixture.SUPERVISOR,
                        Set.of("SALES"),
                        LocalDate.of(2020, 1, 1),
                        lastDay,
                        Instant.now(),
                        "接单员",
                        null,
                        limit,
                        inducted,
                        List.of(),
                        null));
        await().until(() -> directory.find(taker).isPresent());
    }
}
