package io.gendan.fulfillment.shipment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.core.clock.Timekeeper;
import io.gendan.events.fulfillment.ShipmentEvent.ReceiptChased;
import io.gendan.events.fulfillment.ShipmentEvent.ShipmentDelayExpected;
import io.gendan.events.fulfillment.ShipmentEvent.ShipmentReceived;
import io.gendan.events.intake.OrderEvent.OrderCanceled;
import io.gendan.fulfillment.FulfillmentFixture;
import io.gendan.fulfillment.releasedorder.ReleasedOrders;
import io.gendan.testing.Replay;
import io.gendan.testing.Requirement;
import io.gendan.testing.Told;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.gendan.fulfillment.FulfillmentFixture.API;
import static io.gendan.fulfillment.FulfillmentFixture.FOREIGN_PORTAL;
import static io.gendan.fulfillment.FulfillmentFixture.LOGI;
import static io.gendan.fulfillment.FulfillmentFixture.MERCH;
import static io.gendan.fulfillment.FulfillmentFixture.PORTAL;
import static io.gendan.fulfillment.FulfillmentFixture.as;
import static io.gendan.fulfillment.FulfillmentFixture.ok;
import static io.gendan.fulfillment.FulfillmentFixture.receipt;
import static io.gendan.fulfillment.FulfillmentFixture.today;
import static io.gendan.fulfillment.FulfillmentFixture.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
class DeliveryTest {
    @Inject
    FulfillmentFixture fulfillment;

    @Inject
    Told told;

    @Inject
    Timekeeper timekeeper;

    @Inject
    ReleasedOrders orders;

    @BeforeEach
    void people() {
        fulfillment.people();
    }

    @Test
    @Requirement("FUL-30")
    void aShipmentGoesFromPreparationToTheCustomersReceipt() {
        UUID order = fulfillment.releasedOrder(today().minusDays(2));
        UUID plan = fulfillment.producedPlan(order);
        UUID shipment = fulfillment.arrivedShipment(order);

        as(PORTAL, "CUST")
                .get(API + "shipments/" + shipment)
                .then()
                .statusCode(200)
                .body("status", is("ARRIVED"))
                .body("movements.status", contains("IN_TRANSIT", "ARRIVED"))
                .body("receiptDue", notNullValue())
                .body("lines[0].quantity", is("10"));
        ok(as(PORTAL, "CUST").body(receipt()), "shipments/" + shipment + "/confirm-receipt")
                .body("status", is("RECEIVED"))
                .body("daysLate", is(2));

        as(MERCH, "MERCH").get(API + "plans/" + plan).then().body("status", is("DELIVERED"));
        as(MERCH, "MERCH")
                .get(API + "shipments/ledger?orderId=" + order)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].carrier", is("顺丰速运"));
        assertThat(told.about(order))
                .endsWith(
                        "fulfillment.shipment.dispatched.v1",
                        "fulfillment.shipment.arrived.v1",
                        "fulfillment.shipment.received.v1");
        assertThat(told.bodies(order, ShipmentReceived.class))
                .singleElement()
                .asString()
                .contains("\"daysLate\":2", "\"confirmedBy\":\"" + PORTAL + "\"", "\"merchandiser\":\"" + MERCH + "\"");
    }

    @Test
    @Requirement("FUL-21")
    void withoutAPassedInspectionNothingLeavesAndTheLedgerStaysEmpty() {
        UUID order = fulfillment.releasedOrder();
        UUID plan = fulfillment.runningPlan(order);
        UUID shipment = fulfillment.preparedShipment(order);

        as(LOGI, "LOGI")
                .post(API + "shipments/" + shipment + "/dispatch")
                .then()
                .statusCode(422)
                .body("code", is("inspection-not-passed"))
                .body("rule", is("fulfillment.dispatch.inspection"))
                .body("clause", notNullValue());
        fulfillment.inspected(plan, true);
        as(LOGI, "LOGI")
                .post(API + "shipments/" + shipment + "/dispatch")
                .then()
                .statusCode(422)
                .body("code", is("order-not-produced"));

        assertThat(told.about(order)).doesNotContain("fulfillment.shipment.dispatched.v1");
        assertThat(told.rulingsOn(shipment)).startsWith("fulfillment.dispatch.inspection REFUSED");
        as(MERCH, "MERCH").get(API + "shipments/ledger?orderId=" + order).then().body("items", empty());
    }

    @Test
    @Requirement("INF-10")
    void receiptIsTheCustomersOwnOrRecordedWithEvidence() {
        UUID order = fulfillment.releasedOrder();
        fulfillment.producedPlan(order);
        UUID shipment = fulfillment.arrivedShipment(order);
        String path = API + "shipments/" + shipment + "/confirm-receipt";

        as(FOREIGN_PORTAL, "CUST").body(receipt()).post(path).then().statusCode(404);
        as(FOREIGN_PORTAL, "CUST").get(API + "shipments/" + shipment).then().statusCode(404);
        as(LOGI, "LOGI").body(receipt()).post(path).then().statusCode(403);
        as(MERCH, "MERCH").body(receipt()).post(path).then().statusCode(400).body("errors.field", hasItem("evidence"));
        as(PORTAL, "CUST")
                .body(Map.of("receivedOn", today().plusDays(1).toString(), "quantityOk", true))
                .post(path)
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("future"));
        as(PORTAL, "CUST")
                .body(Map.of("receivedOn", today().toString(), "quantityOk", false))
                .post(path)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("differences"));
        assertThat(told.about(order)).doesNotContain("fulfillment.shipment.received.v1");

        ok(
                as(MERCH, "MERCH")
                        .body(Map.of("receivedOn", today().toString(), "quantityOk", true, "evidence", "签收单 2026-77")),
                "shipments/" + shipment + "/confirm-receipt");
        as(PORTAL, "CUST").body(receipt()).post(path).then().statusCode(409);
    }

    @Test
    @Requirement("FUL-30")
    void anArrivalNobodyConfirmsInTimeIsListedAndTheCustomerAskedOnce() {
        UUID order = fulfillment.releasedOrder();
        fulfillment.producedPlan(order);
        UUID shipment = fulfillment.arrivedShipment(order);
        String chased = API + "shipments?overdue=true&orderId=" + order;
        as(MERCH, "MERCH").get(chased).then().statusCode(200).body("items", empty());

        fulfillment.passBy(
                "update shipment set receipt_due = now() - interval '1 minute', watch_at = now() - interval '1 minute'"
                        + " where id = ?1",
                shipment);

        as(MERCH, "MERCH").get(chased).then().body("items.id", contains(shipment.toString()));
        timekeeper.strike();
        timekeeper.strike();
        as(PORTAL, "CUST").get(API + "shipments/" + shipment).then().body("chases", is(1));
        assertThat(told.about(order)).endsWith("fulfillment.shipment.receipt-chased.v1");
        assertThat(told.rulingsOn(shipment)).endsWith("fulfillment.receipt.chase MARKED");
        Replay.comesToTheSame(API, shipment);

        ok(as(PORTAL, "CUST").body(receipt()), "shipments/" + shipment + "/confirm-receipt");
        fulfillment.passBy("update shipment set chase_at = now() - interval '1 minute' where id = ?1", shipment);
        timekeeper.strike();
        assertThat(told.bodies(order, ReceiptChased.class)).hasSize(1);
    }

    @Test
    @Requirement("FUL-25")
    void whoReportsALaterDayTellsTheCustomerBeforeThePromisedOne() {
        UUID order = fulfillment.releasedOrder(today().plusDays(4));
        fulfillment.producedPlan(order);
        UUID shipment = fulfillment.preparedShipment(order);
        ok(as(LOGI, "LOGI"), "shipments/" + shipment + "/dispatch");
        String track = API + "shipments/" + shipment + "/track";

        as(LOGI, "LOGI")
                .body(onTheWay(today().minusDays(1)))
                .post(track)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("expectedOn"));
        as(LOGI, "LOGI").body(onTheWay(today().plusDays(3))).post(track).then().statusCode(200);
        assertThat(told.bodies(order, ShipmentDelayExpected.class)).isEmpty();
        as(LOGI, "LOGI")
                .body(onTheWay(today().plusDays(6)))
                .post(track)
                .then()
                .statusCode(200)
                .body("expectedOn", is(today().plusDays(6).toString()));
        as(LOGI, "LOGI")
                .body(Map.of("status", "ARRIVED", "place", "上海", "expectedOn", today().toString()))
                .post(track)
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("has-arrived"));

        assertThat(told.bodies(order, ShipmentDelayExpected.class))
                .singleElement()
                .asString()
                .contains("\"daysLate\":2", "\"reportedBy\":\"" + LOGI + "\"");
        assertThat(told.rulingsOn(shipment)).endsWith("fulfillment.shipment.delay-warning MARKED");
        Replay.comesToTheSame(API, shipment);
    }

    @Test
    @Requirement("FUL-25")
    void whatHasNotLeftTheDayBeforeIsExpectedLate() {
        UUID order = fulfillment.releasedOrder(today().plusDays(1));
        fulfillment.producedPlan(order);
        UUID early = fulfillment.preparedShipment(order);
        ok(as(LOGI, "LOGI"), "shipments/" + early + "/dispatch");
        UUID waiting = fulfillment.preparedShipment(order);

        timekeeper.strike();
        timekeeper.strike();

        assertThat(told.bodies(order, ShipmentDelayExpected.class))
                .singleElement()
                .asString()
                .contains("\"shipmentId\":\"" + waiting + "\"", "\"expectedOn\":null");
    }

    @Test
    @Requirement("FUL-25")
    void whatAnOrderCanceledSinceWasPreparedForIsNotExpectedLate() {
        UUID order = fulfillment.releasedOrder(today().plusDays(1));
        UUID shipment = fulfillment.preparedShipment(order);
        fulfillment.send("intake-orders", new OrderCanceled(order, "客户取消", MERCH, Instant.now()));
        await().until(() -> QuarkusTransaction.requiringNew().call(() -> orders.isCanceled(order)));

        timekeeper.strike();
        timekeeper.strike();

        assertThat(told.bodies(order, ShipmentDelayExpected.class)).isEmpty();
        assertThat(told.rulingsOn(shipment)).isEmpty();
        assertThat(told.auditOf(shipment)).endsWith("system fulfillment.shipment.no-longer-awaited");
    }

    @Test
    void anOrderIsDeliveredWithItsLastShipment() {
        UUID order = fulfillment.releasedOrder();
        UUID plan = fulfillment.producedPlan(order);
        UUID first = fulfillment.arrivedShipment(order);
        UUID second = fulfillment.arrivedShipment(order);

        ok(as(PORTAL, "CUST").body(receipt()), "shipments/" + first + "/confirm-receipt");
        as(MERCH, "MERCH").get(API + "plans/" + plan).then().body("status", is("PRODUCED"));
        ok(as(PORTAL, "CUST").body(receipt()), "shipments/" + second + "/confirm-receipt");
        as(MERCH, "MERCH").get(API + "plans/" + plan).then().body("status", is("DELIVERED"));
    }

    @Test
    void whatHasNotLeftCannotArriveAndUnknownOrdersCannotBeShipped() {
        UUID shipment = fulfillment.preparedShipment(fulfillment.releasedOrder());

        as(LOGI, "LOGI")
                .body(track("ARRIVED"))
                .post(API + "shipments/" + shipment + "/track")
                .then()
                .statusCode(409);
        as(LOGI, "LOGI")
                .body(FulfillmentFixture.shipment(UUID.randomUUID()))
                .post(API + "shipments")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("orderId"));
    }

    private static Map<String, Object> onTheWay(LocalDate expectedOn) {
        return Map.of("status", "IN_TRANSIT", "place", "苏州", "expectedOn", expectedOn.toString());
    }
}
