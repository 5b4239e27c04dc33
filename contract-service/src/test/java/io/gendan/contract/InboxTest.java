package io.gendan.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.contract.ContractFixture.Deal;
import io.gendan.core.store.Ids;
import io.gendan.events.fulfillment.AcceptanceEvent.AcceptancePassed;
import io.gendan.events.fulfillment.ShipmentEvent.ShipmentReceived;
import io.gendan.events.intake.OrderEvent.OrderCanceled;
import io.gendan.testing.Requirement;
import io.gendan.testing.Told;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.gendan.contract.ContractFixture.BIZ;
import static io.gendan.contract.ContractFixture.CONTRACTS;
import static io.gendan.contract.ContractFixture.as;
import static io.gendan.contract.ContractFixture.cny;
import static io.gendan.contract.ContractFixture.post;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** What other services say, in whatever order and however often it arrives. */
@QuarkusTest
class InboxTest {
    @Inject
    ContractFixture contracts;

    @Inject
    Told told;

    @Test
    @Requirement("SET-01")
    void deliveryAndAcceptanceMakeInstalmentsDueBeforeOrAfterTheyAreScheduled() {
        Deal deal = contracts.deal();
        contracts.send("fulfillment-shipments", received(deal.order(), LocalDate.of(2027, 1, 18)));
        UUID id = contracts.effective(deal);
        post(
                        as(BIZ, "BIZ")
                                .body(Map.of(
                                        "lines",
                                        List.of(
                                                Map.of("amount", cny("3000"), "dueEvent", "SIGNING"),
                                                Map.of("amount", cny("5000"), "dueEvent", "DELIVERY"),
                                                Map.of("amount", cny("2000"), "dueEvent", "ACCEPTANCE")))),
                        id,
                        "schedule")
                .statusCode(201)
                .body("lines[2].dueOn", nullValue());

        contracts.send(
                "fulfillment-acceptances",
                new AcceptancePassed(Ids.next(), deal.order(), 1, "王先生", Instant.parse("2027-01-25T16:30:00Z")));

        await().untilAsserted(() -> as(BIZ, "BIZ")
                .get(CONTRACTS + id + "/settlement")
                .then()
                .body("lines[1].dueOn", is("2027-01-18"))
                .body("lines[2].dueOn", is("2027-01-26"))); // past midnight in Shanghai
    }

    @Test
    void anOlderEventDeliveredAgainHasNoEffect() {
        Deal deal = contracts.deal();
        UUID id = contracts.draft(deal);
        UUID eventId = Ids.next();
        contracts.send("intake-orders", told.message(ContractFixture.confirmed(deal, "预付50%"), eventId));
        contracts.send("intake-orders", ContractFixture.confirmed(deal, "预付40%"));
        contracts.send("intake-orders", told.message(ContractFixture.confirmed(deal, "预付50%"), eventId));
        Deal last = contracts.deal(); // the channel has been read to here

        as(BIZ, "BIZ")
                .get(CONTRACTS + id)
                .then()
                .body("differences.size()", is(1))
                .body("differences[0].inOrder", is("预付40%"));
        contracts.draft(last);
    }

    @Test
    void theCancellationOfAnUnknownOrderHindersNothing() {
        contracts.send("intake-orders", new OrderCanceled(Ids.next(), "撤回", "wu.gang", Instant.now()));

        contracts.draft(contracts.deal());
    }

    private static ShipmentReceived received(UUID order, LocalDate day) {
        return new ShipmentReceived(Ids.next(), order, day, day, 0, "zhao.min", "zhou.ting", "王先生", Instant.now());
    }
}
