package io.gendan.contract.archive;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.gendan.contract.ContractFixture;
import io.gendan.core.clock.Timekeeper;
import io.gendan.testing.Requirement;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.gendan.contract.ContractFixture.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
class ArchiveResourceTest {
    private static final String ARCHIVE = "/api/contract/v1/archive-entries/";
    private static final String DEADLINES = "/api/contract/v1/deadlines?recordId=";

    @Inject
    ContractFixture contracts;

    @Inject
    Timekeeper timekeeper;

    @Inject
    EntityManager entities;

    @BeforeEach
    void administrator() {
        contracts.register("liu.yiran", null, "CADM", null);
    }

    @Test
    @Requirement("CON-14")
    void theCopyOfASignedContractIsFiledOnce() {
        UUID contract = contracts.effective(contracts.deal());
        as("an.auditor", "AUDIT")
                .get(DEADLINES + contract + "&status=RUNNING")
                .then()
                .body("items.code", contains("archive"))
                .body("items.rule", contains("contract.archive.limit"));

        as("sun.lei", "BIZ").body(copy(contract)).post(ARCHIVE).then().statusCode(403);
        file(Map.of("contractId", contract)).statusCode(400).body("errors[0].field", is("place"));
        file(copy(UUID.randomUUID())).statusCode(400).body("errors[0].field", is("contractId"));
        file(copy(contract)).statusCode(201).body("inTime", is(true)).body("archivedBy", is("liu.yiran"));
        file(copy(contract)).statusCode(409).body("code", is("contract-archived-already"));

        as("an.auditor", "AUDIT")
                .get(DEADLINES + contract)
                .then()
                .body("items.find { it.code == 'archive' }.status", is("MET"));
    }

    @Test
    @Requirement("CON-14")
    void whatIsFiledTooLateStaysLate() {
        UUID contract = contracts.effective(contracts.deal());
        change("due_at = now() - interval '1 minute', watch_at = now() - interval '1 minute'", contract);
        timekeeper.strike();

        file(copy(contract)).statusCode(201).body("inTime", is(false));
        as("an.auditor", "AUDIT")
                .get(DEADLINES + contract + "&status=MISSED")
                .then()
                .body("items.code", contains("archive"))
                .body("items[0].metAt", notNullValue());
        as("an.auditor", "AUDIT")
                .get(ARCHIVE + "?contractId=" + contract)
                .then()
                .body("items.inTime", contains(false));
    }

    @Test
    @Requirement("CON-14")
    void whatIsOverdueIsListedForTheAdministratorWhoeverHeldTheOfficeAtTheSigning() {
        UUID inTime = contracts.effective(contracts.deal());
        UUID nobodys = contracts.effective(contracts.deal());
        UUID predecessors = contracts.effective(contracts.deal());
        change("owner = null, due_at = now() - interval '1 minute', watch_at = null", nobodys);
        change(
                "owner = 'who.left', due_at = now() - interval '1 minute', watch_at = now() - interval '1 minute'",
                predecessors);
        timekeeper.strike();

        expected("overdue=true")
                .body("items.recordId", hasItems(nobodys.toString(), predecessors.toString()))
                .body("items.recordId", not(hasItem(inTime.toString())))
                .body("items.find { it.recordId == '%s' }.missedAt".formatted(predecessors), notNullValue());
        expected("overdue=false").body("items.recordId", hasItem(inTime.toString()));
        as("sun.lei", "BIZ").get(ARCHIVE + "expected").then().statusCode(403);

        for (UUID contract : List.of(inTime, nobodys, predecessors))
            file(copy(contract)).statusCode(201).body("inTime", is(contract.equals(inTime)));
        expected("overdue=true").body("items.recordId", not(hasItems(nobodys.toString(), predecessors.toString())));
    }

    private void change(String how, UUID contract) {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        "update deadline set " + how + " where record_id = ?1 and code = 'archive'")
                .setParameter(1, contract)
                .executeUpdate());
    }

    private static ValidatableResponse expected(String which) {
        return as("liu.yiran", "CADM")
                .get(ARCHIVE + "expected?limit=200&" + which)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse file(Map<String, ?> copy) {
        return as("liu.yiran", "CADM").body(copy).post(ARCHIVE).then();
    }

    private static Map<String, ?> copy(UUID contract) {
        return Map.of("contractId", contract, "place", "2026年第3卷");
    }
}
