package io.gendan.contract.settlement;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.gendan.contract.ContractFixture;
import io.gendan.contract.ContractFixture.Deal;
import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.events.contract.SettlementEvent;
import io.gendan.testing.Requirement;
import io.gendan.testing.Told;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static io.gendan.contract.ContractFixture.BIZ;
import static io.gendan.contract.ContractFixture.CONTRACTS;
import static io.gendan.contract.ContractFixture.FINANCE;
import static io.gendan.contract.ContractFixture.as;
import static io.gendan.contract.ContractFixture.cny;
import static io.gendan.contract.ContractFixture.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
class SettlementResourceTest {
    @Inject
    ContractFixture contracts;

    @Inject
    Told told;

    @Inject
    DataSource database;

    @Test
    @Requirement({"SET-01", "SET-03", "SET-04"})
    void paidInFullItSaysSoOnce() {
        Deal deal = contracts.deal();
        UUID id = scheduled(deal);
        invoice(id, "10000", "INV-" + id).statusCode(201).body("invoices[0].tax.amount", is("1150.44"));
        receipt(id, "4000", allocation(1, "3000"), allocation(2, "1000"))
                .statusCode(201)
                .body("state", is("PARTIAL"))
                .body("lines.state", contains("PAID", "PARTIAL"))
                .body("lines[1].open.amount", is("6000.00"));
        assertThat(told.about(deal.order())).doesNotContain("contract.settlement.completed.v1");

        receipt(id, "6000", allocation(2, "6000"))
                .statusCode(201)
                .body("state", is("PAID"))
                .body("open.amount", is("0.00"));

        assertThat(told.about(deal.order()))
                .endsWith(
                        "contract.settlement.scheduled.v1",
                        "contract.invoice.issued.v1",
                        "contract.receipt.booked.v1",
                        "contract.receipt.booked.v1",
                        "contract.settlement.completed.v1");
        assertThat(told.rulingsOn(id))
                .contains(
                        "settle.schedule-sum ALLOWED",
                        "settle.invoice-ceiling ALLOWED",
                        "settle.receipt-booking ALLOWED");
    }

    @Test
    @Requirement("SET-01")
    void aScheduleThatDoesNotAddUpIsRefused() {
        Deal deal = contracts.deal();
        UUID id = contracts.effective(deal);

        schedule(id, "3000", "6999.99")
                .statusCode(422)
                .body("rule", is("settle.schedule-sum"))
                .body("clause", is("001 §5.4"));

        as(FINANCE, "FIN")
                .get(CONTRACTS + id + "/settlement")
                .then()
                .statusCode(200)
                .body("state", is("UNSCHEDULED"));
        assertThat(told.bodies(deal.order(), SettlementEvent.PaymentScheduled.class))
                .isEmpty();
        assertThat(told.rulingsOn(id)).contains("settle.schedule-sum REFUSED");
    }

    @Test
    void thereIsOneScheduleAndNoneBeforeTheContractIsEffective() {
        UUID approved = contracts.approved(contracts.deal());
        schedule(approved, "3000", "7000").statusCode(422).body("code", is("contract-not-effective"));
        UUID id = scheduled(contracts.deal());

        schedule(id, "5000", "5000").statusCode(409).body("code", is("settlement-scheduled-already"));

        as(FINANCE, "FIN")
                .get(CONTRACTS + id + "/settlement")
                .then()
                .body("lines.amount.amount", contains("3000.00", "7000.00"))
                .body("lines[0].dueOn", notNullValue());
    }

    @Test
    @Requirement("SET-03")
    void invoicesNeverExceedTheContractAndTheirNumbersAreUnique() {
        UUID id = scheduled(contracts.deal());
        UUID other = scheduled(contracts.deal());
        invoice(id, "6000", "A-" + id).statusCode(201);

        invoice(id, "4000.01", "B-" + id)
                .statusCode(422)
                .body("rule", is("settle.invoice-ceiling"))
                .body("clause", is("001 §5.4"));
        invoice(other, "100", "A-" + id).statusCode(409).body("code", is("invoice-number-taken"));
        invoice(id, "4000", "B-" + id).statusCode(201).body("invoiced.amount", is("10000.00"));
    }

    @Test
    @Requirement("SET-04")
    void aReceiptNeverPaysMoreThanIsOpenAndIsAllocatedInFull() {
        UUID id = scheduled(contracts.deal());

        receipt(id, "3000.01", allocation(1, "3000.01")).statusCode(422).body("code", is("allocation-exceeds-line"));
        receipt(id, "4000", allocation(1, "2000"), allocation(1, "2000"))
                .statusCode(422)
                .body("code", is("allocation-exceeds-line"));
        receipt(id, "500", allocation(1, "400")).statusCode(400).body("errors.code", contains("sum-differs"));
        receipt(id, "500", allocation(3, "500")).statusCode(400).body("errors.field", contains("allocations[0].line"));
        receipt(id, "0", allocation(1, "0")).statusCode(400).body("errors.code", contains("not-positive"));
        receipt(id, "-500", allocation(1, "-500")).statusCode(400);

        as(FINANCE, "FIN").get(CONTRACTS + id + "/settlement").then().body("received.amount", is("0.00"));
    }

    @Test
    @Requirement("SET-04")
    void ofTwoReceiptsAtOnceForTheSameInstalmentOneIsTooLate() throws Exception {
        Deal deal = contracts.deal();
        UUID id = scheduled(deal);
        receipt(id, "7000", allocation(2, "7000")).statusCode(201);
        Callable<Integer> pay =
                () -> receipt(id, "3000", allocation(1, "3000")).extract().statusCode();

        var codes = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(2);
                var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            hold(id, connection); // both read the same version before either can write
            var answers = List.of(threads.submit(pay), threads.submit(pay));
            await().until(() -> waitingForLocks() == 2);
            connection.rollback();
            for (var answer : answers) codes.add(answer.get());
        }

        assertThat(codes).containsExactlyInAnyOrder(201, 422); // decided anew, it finds nothing left to pay
        as(FINANCE, "FIN")
                .get(CONTRACTS + id + "/settlement")
                .then()
                .body("received.amount", is("10000.00"))
                .body("state", is("PAID"));
        assertThat(told.bodies(deal.order(), SettlementEvent.ReceiptBooked.class))
                .hasSize(2);
        assertThat(told.bodies(deal.order(), SettlementEvent.SettlementCompleted.class))
                .hasSize(1);
    }

    @Test
    void aReceiptSentAgainWithItsKeyIsBookedOnce() {
        Deal deal = contracts.deal();
        UUID id = scheduled(deal);
        var body = receiptBody("1000", allocation(1, "1000"));

        for (int i = 0; i < 2; i++)
            post(as(FINANCE, "FIN").header("Idempotency-Key", "receipt-" + id).body(body), id, "receipts")
                    .statusCode(201)
                    .body("received.amount", is("1000.00"));

        assertThat(told.bodies(deal.order(), SettlementEvent.ReceiptBooked.class))
                .hasSize(1);
    }

    @Test
    void customersSeeTheirOwnSettlementAndNoOtherOne() {
        Deal deal = contracts.deal();
        Deal other = contracts.deal();
        UUID id = scheduled(deal);

        as(deal.portal(), "CUST").get(CONTRACTS + id + "/settlement").then().statusCode(200);
        as(other.portal(), "CUST").get(CONTRACTS + id + "/settlement").then().statusCode(404);
        post(as(deal.portal(), "CUST").body(receiptBody("1000", allocation(1, "1000"))), id, "receipts")
                .statusCode(403);
    }

    @Test
    void whenAnInstalmentFallsDueIsSaidInOneWayOnly() {
        UUID id = contracts.effective(contracts.deal());

        post(as(BIZ, "BIZ").body(Map.of("lines", List.of(line("10000", "DATE", null)))), id, "schedule")
                .statusCode(400)
                .body("errors.field", contains("lines[0].dueOn"));
        post(as(BIZ, "BIZ").body(Map.of("lines", List.of(line("10000", "DELIVERY", "2027-01-01")))), id, "schedule")
                .statusCode(400)
                .body("errors.code", contains("due-by-event"));
        post(
                        as(BIZ, "BIZ")
                                .body(Map.of(
                                        "lines",
                                        List.of(Map.of(
                                                "amount",
                                                Map.of("amount", "10000", "currency", "USD"),
                                                "dueEvent",
                                                "SIGNING")))),
                        id,
                        "schedule")
                .statusCode(400)
                .body("errors.field", contains("lines[0].amount.currency"));
    }

    private static void hold(UUID settlement, Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select 1 from settlement where id = ? for update")) {
            lock.setObject(1, settlement);
            lock.execute();
        }
    }

    private int waitingForLocks() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'");
                var rows = query.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private UUID scheduled(Deal deal) {
        UUID id = contracts.effective(deal);
        schedule(id, "3000", "7000").statusCode(201).body("state", is("OPEN"));
        return id;
    }

    private static ValidatableResponse schedule(UUID id, String onSigning, String onDate) {
        return post(
                as(BIZ, "BIZ")
                        .body(Map.of(
                                "lines",
                                List.of(line(onSigning, "SIGNING", null), line(onDate, "DATE", "2027-02-01")))),
                id,
                "schedule");
    }

    private static Map<String, Object> line(String amount, String dueEvent, String dueOn) {
        var line = new HashMap<String, Object>();
        line.put("amount", cny(amount));
        line.put("dueEvent", dueEvent);
        line.put("dueOn", dueOn);
        return line;
    }

    private static ValidatableResponse invoice(UUID id, String amount, String number) {
        return post(
                as(FINANCE, "FIN").body(Map.of("amount", cny(amount), "taxPercent", "13", "number", number)),
                id,
                "invoices");
    }

    private static ValidatableResponse receipt(UUID id, String amount, Object... allocations) {
        return post(as(FINANCE, "FIN").body(receiptBody(amount, allocations)), id, "receipts");
    }

    private static Map<String, Object> receiptBody(String amount, Object... allocations) {
        return Map.of(
                "amount",
                cny(amount),
                "receivedOn",
                LocalDate.now(WorkingCalendar.SHANGHAI).toString(),
                "allocations",
                List.of(allocations));
    }

    private static Map<String, Object> allocation(int line, String amount) {
        return Map.of("line", line, "amount", cny(amount));
    }
}
