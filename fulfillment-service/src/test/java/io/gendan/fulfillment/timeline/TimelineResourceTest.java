package io.gendan.fulfillment.timeline;

import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.core.store.Ids;
import io.gendan.events.Money;
import io.gendan.events.aftersales.TicketEvent.ComplaintWellFounded;
import io.gendan.events.contract.ContractEvent.ContractEffective;
import io.gendan.events.fulfillment.ShipmentEvent.ShipmentArrived;
import io.gendan.events.intake.InquiryEvent.InquiryReceived;
import io.gendan.events.intake.QuotationEvent.QuotationSent;
import io.gendan.fulfillment.FulfillmentFixture;
import io.gendan.testing.Requirement;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.gendan.fulfillment.FulfillmentFixture.API;
import static io.gendan.fulfillment.FulfillmentFixture.CUSTOMER;
import static io.gendan.fulfillment.FulfillmentFixture.FOREIGN_PORTAL;
import static io.gendan.fulfillment.FulfillmentFixture.MERCH;
import static io.gendan.fulfillment.FulfillmentFixture.PORTAL;
import static io.gendan.fulfillment.FulfillmentFixture.SALES;
import static io.gendan.fulfillment.FulfillmentFixture.as;
import static io.gendan.fulfillment.FulfillmentFixture.confirmed;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class TimelineResourceTest {
    private static final Instant START = Instant.parse("2026-11-01T01:00:00Z");

    private final UUID order = Ids.next();
    private final UUID inquiry = Ids.next();
    private final UUID quotation = Ids.next();

    @Inject
    FulfillmentFixture fulfillment;

    @BeforeEach
    void people() {
        fulfillment.people();
    }

    @Test
    @Requirement("FUL-59")
    void itShowsEveryStageOldestFirstWhicheverTopicArrivesFirst() {
        UUID arrival = Ids.next();
        var arrived = new ShipmentArrived(Ids.next(), order, "上海", at(5));
        fulfillment.send("fulfillment-shipments", arrived, arrival);
        fulfillment.send("fulfillment-shipments", arrived, arrival);
        fulfillment.send("contract-contracts", effective());
        fulfillment.send("intake-orders", confirmed(order, inquiry, quotation, at(3)));
        fulfillment.send("intake-quotations", new QuotationSent(quotation, inquiry, SALES, at(100), at(2)));
        fulfillment.send("intake-quotations", new QuotationSent(Ids.next(), inquiry, SALES, at(100), at(1)));
        fulfillment.send(
                "intake-inquiries",
                new InquiryReceived(inquiry, "IQ-2026-000001", "phone", "general", "sales-east", SALES, at(2), at(0)));
        String timeline = API + "orders/" + order + "/timeline";

        await().untilAsserted(() -> as(SALES, "SALES")
                .get(timeline)
                .then()
                .statusCode(200)
                .body(
                        "items.type",
                        contains(
                                "intake.inquiry.received.v1",
                                "intake.quotation.sent.v1",
                                "intake.order.confirmed.v1",
                                "contract.contract.effective.v1",
                                "fulfillment.shipment.arrived.v1")));
        as(MERCH, "MERCH")
                .get(timeline)
                .then()
                .body("items.service", contains("intake", "intake", "intake", "contract", "fulfillment"))
                .body("items[2].actor", is(SALES))
                .body("items[2].details", hasEntry("total", "10000.00 CNY"))
                .body("items[3].details", hasEntry("amount", "10000.00 CNY"))
                .body("items[4].details", hasEntry("place", "上海"))
                .body("items[4].actor", nullValue());
        String next = as(MERCH, "MERCH")
                .get(timeline + "?limit=3")
                .then()
                .body("items", hasSize(3))
                .body("next", notNullValue())
                .extract()
                .path("next");
        as(MERCH, "MERCH")
                .get(timeline + "?limit=3&after=" + next)
                .then()
                .body("items", hasSize(2))
                .body("items[0].type", is("contract.contract.effective.v1"))
                .body("next", nullValue());
    }

    @Test
    @Requirement("INF-10")
    void theCustomerSeesTheStagesOfHisOwnOrderWithoutWhatIsInternal() {
        fulfillment.send("intake-orders", confirmed(order, inquiry, quotation, at(0)));
        fulfillment.send("aftersales-tickets", new ComplaintWellFounded(Ids.next(), order, MERCH, "head", at(1)));
        fulfillment.send("contract-contracts", effective());
        String timeline = API + "orders/" + order + "/timeline";
        await().untilAsserted(() -> as(MERCH, "MERCH").get(timeline).then().body("items", hasSize(3)));

        as(PORTAL, "CUST")
                .get(timeline)
                .then()
                .statusCode(200)
                .body("items.type", contains("intake.order.confirmed.v1", "contract.contract.effective.v1"))
                .body("items.actor", everyItem(nullValue()))
                .body("items[0].details", not(hasEntry("orderTaker", SALES)));
        as(FOREIGN_PORTAL, "CUST").get(timeline).then().statusCode(404);
        as("sales.west", "SALES").get(timeline).then().statusCode(404);
        as("hr.person", "HR").get(timeline).then().statusCode(403);
    }

    @Test
    void anOrderNobodyConfirmedYetHasAnEmptyTimeline() {
        as(SALES, "SALES")
                .get(API + "orders/" + order + "/timeline")
                .then()
                .statusCode(200)
                .body("items", empty());
        as(PORTAL, "CUST").get(API + "orders/" + order + "/timeline").then().statusCode(404);
    }

    private ContractEffective effective() {
        return new ContractEffective(Ids.next(), order, CUSTOMER, "HT-2026-000001", Money.cny("10000"), at(4));
    }

    private static Instant at(int hours) {
        return START.plusSeconds(hours * 3600L);
    }
}
