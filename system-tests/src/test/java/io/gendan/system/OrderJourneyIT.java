package io.gendan.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.gendan.system.OrderJourney.Item;
import io.gendan.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(WholeSystem.class)
class OrderJourneyIT {
    private static final String PORTAL = "customer05";

    @Test
    @Requirement({
        "INT-01", "INT-02", "INT-03", "QUO-12", "QUO-16", "QUO-18", "QUO-19", "INT-12", "INT-14", "INT-15", "INT-17",
        "QUO-06", "CON-02", "CON-03", "CON-06", "CON-08", "CON-09", "CON-11", "CON-12", "FUL-01", "FUL-02", "FUL-08",
        "FUL-21", "FUL-25", "FUL-30", "FUL-35", "FUL-36", "SET-01", "SET-03", "SET-04", "AFT-01", "AFT-27", "AFT-33",
        "AFT-42", "INF-01", "INF-02"
    })
    void anOrderGoesFromInquiryToTheVisitThroughAllServices() {
        var system = WholeSystem.get();
        var walks = new Walks(system);
        var journey = walks.journey(
                walks.customer(PORTAL),
                PORTAL,
                List.of(
                        new Item("木质相框 6 寸", "standard", "500", "个", "18.50"),
                        new Item("包装彩盒", "standard", "500", "个", "2.20")));

        journey.inquire()
                .quote()
                .accept()
                .confirm()
                .signContract()
                .handOver()
                .release()
                .correct("CUSTOMER")
                .produce()
                .deliver()
                .passAcceptance(2)
                .settle()
                .awaitCompletion()
                .visit(5)
                .complain("huangting");
        system.awaitEmptyOutboxes();

        var order = system.company().as(Walks.MERCHANDISER).get("/api/intake/v1/orders/" + journey.order());
        assertThat(order.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(order.path("firstCheck").path("outcome").asText()).isEqualTo("ACCEPTED");
        List<String> timeline = Timelines.awaited(journey, "aftersales.ticket.closed.v1");
        Timelines.assertOnce(timeline, "intake.order.confirmed.v1", "contract.contract.effective.v1");
        assertThat(timeline)
                .containsSubsequence(
                        "intake.inquiry.received.v1",
                        "intake.quotation.approved.v1",
                        "intake.quotation.sent.v1",
                        "intake.quotation.accepted.v1",
                        "intake.order.confirmed.v1",
                        "contract.contract.drafted.v1",
                        "contract.contract.approved.v1",
                        "contract.contract.effective.v1",
                        "intake.order.handed-over.v1",
                        "intake.order.released.v1",
                        "fulfillment.plan.confirmed.v1",
                        "fulfillment.plan.started.v1",
                        "fulfillment.inspection.recorded.v1",
                        "fulfillment.plan.produced.v1",
                        "fulfillment.shipment.dispatched.v1",
                        "fulfillment.shipment.arrived.v1",
                        "fulfillment.shipment.received.v1",
                        "fulfillment.acceptance.invited.v1",
                        "fulfillment.acceptance.rectification-requested.v1",
                        "fulfillment.acceptance.passed.v1",
                        "contract.settlement.completed.v1",
                        "intake.order.completed.v1",
                        "aftersales.ticket.opened.v1",
                        "aftersales.ticket.closed.v1")
                .contains("aftersales.visit.done.v1", "aftersales.complaint.well-founded.v1");
    }

    @Test
    @Requirement({"PER-01", "PER-02", "PER-03", "PER-20"})
    void aReviewOfTheUnitCountsTheOrderForItsPeople() {
        var system = WholeSystem.get();
        var walks = new Walks(system);
        var journey = walks.small(walks.customer());
        Walks.whole(journey);
        system.awaitEmptyOutboxes();
        var review = Reviews.open(system, "FTR");

        assertThat(review.path("results")).isNotEmpty();
        var ofTheTaker = Reviews.of(review, Walks.TAKER);
        assertThat(ofTheTaker.path("score").asText())
                .as("%s", ofTheTaker)
                .isNotEmpty()
                .isNotEqualTo("null");
        assertThat(ofTheTaker.path("grade").asText())
                .as("%s", ofTheTaker)
                .isNotEmpty()
                .isNotEqualTo("null");
    }

    @Test
    @Requirement({"INT-17", "INT-18"})
    void anOrderBeyondAuthorityIsConfirmedByTheSuperior() {
        var system = WholeSystem.get();
        var walks = new Walks(system);
        var journey = walks.journey(walks.customer(), "", List.of(new Item("展示柜", "standard", "100", "套", "1200")));

        journey.inquire().quote().accept().confirm();

        var order = system.company().as(Walks.TAKER).get("/api/intake/v1/orders/" + journey.order());
        assertThat(order.path("status").asText()).isEqualTo("CONFIRMED");
        assertThat(order.path("approver").asText()).isNotEqualTo(Walks.TAKER).isNotEmpty();
    }

    @Test
    @Requirement({"SUP-13", "SUP-18", "INT-17"})
    void aPublishedVersionGovernsItsUnitsOrdersWithinSecondsAndCanEnd() {
        var system = WholeSystem.get();
        var walks = new Walks(system);
        var register = new Register(system, "intake.authority.sales.L1", "FTR");
        var within = walks.small(walks.customer()).inquire().quote().accept();
        var beyond = walks.small(walks.customer()).inquire().quote().accept();
        within.confirm();

        int version = register.publish(Map.of("values", Map.of("amount", 1)));
        try {
            assertThatThrownBy(beyond::confirm).isInstanceOfSatisfying(Api.Refused.class, refused -> {
                assertThat(refused.code()).isEqualTo("order-beyond-authority");
                assertThat(refused.problem().path("version").asInt()).isEqualTo(version);
            });
        } finally {
            register.publish(Map.of("endsException", true));
        }

        beyond.confirm();
        assertThat(system.company()
                        .as(system.company().holder("AUDIT", "ADM"))
                        .get("/api/intake/v1/rulings?rule=intake.authority.sales.L1&recordId=" + beyond.order())
                        .path("items")
                        .findValuesAsText("outcome"))
                .containsExactly("ALLOWED", "REFUSED");
    }

    @Test
    @Requirement("SUP-18")
    void everyDecisionOnTheWayComesOutTheSameWhenItIsTakenAgain() {
        var system = WholeSystem.get();
        var walks = new Walks(system);
        Walks.whole(walks.small(walks.customer()));
        var auditor = system.company().as(system.company().holder("AUDIT", "ADM"));

        for (String service : List.of("intake", "contract", "fulfillment", "aftersales", "performance")) {
            String rulings = "/api/" + service + "/v1/rulings";
            var ids = new ArrayList<String>();
            for (String outcome : List.of("ALLOWED", "REFUSED", "DEADLINE_SET", "MARKED", "COMPUTED"))
                auditor.get(rulings + "?limit=60&outcome=" + outcome)
                        .path("items")
                        .forEach(ruling -> ids.add(ruling.path("id").asText()));
            assertThat(ids).as(service).isNotEmpty();
            for (String id : ids) {
                var replay = auditor.get(rulings + "/" + id + "/replay");
                assertThat(replay.path("same").asBoolean()).as("%s", replay).isTrue();
            }
        }
    }
}
