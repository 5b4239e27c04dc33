package io.gendan.intake.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.core.store.Ids;
import io.gendan.events.performance.RotaEvent.RotaRegistered;
import io.gendan.events.performance.RotaEvent.SwappedDay;
import io.gendan.intake.IntakeFixture;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.gendan.intake.IntakeFixture.SALES;
import static io.gendan.intake.IntakeFixture.SENIOR_SALES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** Rotas as performance tells them, and orders handed in by them. */
@QuarkusTest
@Requirement("ORG-08")
class RotaTest {
    private static final String UNIT = "sales-east";
    private static final LocalDate TODAY = LocalDate.now(WorkingCalendar.SHANGHAI);
    private static final String CODE = "not-ones-turn-to-hand-in";

    @Inject
    IntakeFixture intake;

    @Inject
    EntityManager entities;

    @Inject
    Told told;

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector kafka;

    @BeforeEach
    void people() {
        intake.registerStaff();
    }

    @AfterEach
    void noRotaIsLeft() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("delete from known_rota").executeUpdate());
    }

    @Test
    void onlyWhoIsOnThatDayHandsInAndTheOthersAreToldTheClause() {
        UUID order = intake.confirmedOrder();
        tell(rota(Ids.next(), 1, UNIT, TODAY.minusDays(1), List.of(SALES, SENIOR_SALES)));

        handIn(SALES, order)
                .statusCode(422)
                .body("code", is(CODE))
                .body("rule", is("intake.handin.person-mode"))
                .body("clause", is("004-R21 §1"));
        Tokens.as(SALES, "SALES")
                .get("/api/intake/v1/orders/{id}", order)
                .then()
                .body("merchandiser", nullValue());
        assertThat(told.rulingsOn(order)).contains("intake.handin.person-mode REFUSED");
        handIn(SENIOR_SALES, order).statusCode(200).body("merchandiser", is(IntakeFixture.MERCH));
        assertThat(told.rulingsOn(order)).contains("intake.handin.person-mode ALLOWED");
    }

    @Test
    void aUnitWithoutARotaByThenIsUnaffected() {
        UUID order = intake.confirmedOrder();
        tell(rota(Ids.next(), 1, "sales-west", TODAY, List.of(SENIOR_SALES)));
        tell(rota(Ids.next(), 1, UNIT, TODAY.plusDays(1), List.of(SENIOR_SALES)));

        handIn(SALES, order).statusCode(200);
        assertThat(told.rulingsOn(order)).noneMatch(ruling -> ruling.startsWith("intake.handin"));
    }

    @Test
    void aSwapOnTheDayItselfHandsTheDayOver() {
        UUID order = intake.confirmedOrder();
        UUID rota = Ids.next();
        tell(rota(rota, 1, UNIT, TODAY, List.of(SALES, SENIOR_SALES)));
        handIn(SENIOR_SALES, order).statusCode(422).body("code", is(CODE));

        tell(rota(rota, 2, UNIT, TODAY, List.of(SALES, SENIOR_SALES), new SwappedDay(TODAY, SENIOR_SALES)));

        handIn(SALES, order).statusCode(422).body("code", is(CODE));
        handIn(SENIOR_SALES, order).statusCode(200);
    }

    @Test
    void whatComesLateOrAgainOrOutOfOrderChangesNothing() {
        UUID order = intake.confirmedOrder();
        UUID rota = Ids.next();
        var setUp = rota(rota, 1, UNIT, TODAY, List.of(SALES, SENIOR_SALES));
        var swapped = rota(rota, 2, UNIT, TODAY, List.of(SALES, SENIOR_SALES), new SwappedDay(TODAY, SENIOR_SALES));
        UUID message = Ids.next();

        send(swapped, message);
        send(setUp, Ids.next());
        send(swapped, message);
        send(setUp, Ids.next());
        tell(rota(Ids.next(), 1, "sales-west", TODAY, List.of(SALES))); // comes after those before it

        handIn(SALES, order).statusCode(422).body("code", is(CODE));
        handIn(SENIOR_SALES, order).statusCode(200);
        assertThat(known(rota)).isEqualTo(2);
    }

    @Test
    void ofTwoRotasTheOneThatBeganLastHoldsWhicheverWasToldFirst() {
        UUID order = intake.confirmedOrder();
        tell(rota(Ids.next(), 1, UNIT, TODAY, List.of(SENIOR_SALES)));
        tell(rota(Ids.next(), 1, UNIT, TODAY.minusDays(9), List.of(SALES)));

        handIn(SALES, order).statusCode(422).body("code", is(CODE));
        handIn(SENIOR_SALES, order).statusCode(200);
    }

    @Test
    void whoIsNotOnDutyIsPassedOverAndWhereNobodyIsLeftNobodyHandsIn() {
        UUID order = intake.confirmedOrder();
        tell(rota(Ids.next(), 1, UNIT, TODAY.minusDays(1), List.of("gone.seller")));
        handIn(SALES, order).statusCode(422).body("code", is("nobody-on-to-hand-in"));

        tell(rota(Ids.next(), 1, UNIT, TODAY, List.of("gone.seller", SALES)));

        handIn(SALES, order).statusCode(200);
    }

    private static RotaRegistered rota(
            UUID id, int revision, String unit, LocalDate firstDay, List<String> people, SwappedDay... swapped) {
        return new RotaRegistered(
                id, revision, unit, "HAND_IN", people, firstDay, false, List.of(swapped), Instant.now());
    }

    private void tell(RotaRegistered rota) {
        send(rota, Ids.next());
        await().until(() -> known(rota.rotaId()) == rota.revision());
    }

    private void send(RotaRegistered rota, UUID message) {
        kafka.source("performance-rotas").send(told.message(rota, message));
    }

    private int known(UUID rota) {
        return QuarkusTransaction.requiringNew().call(() -> (Integer) entities.createNativeQuery(
                        "select coalesce(max(revision), 0) from known_rota where rota_id = ?1", Integer.class)
                .setParameter(1, rota)
                .getSingleResult());
    }

    private static ValidatableResponse handIn(String by, UUID order) {
        return IntakeFixture.json(Tokens.as(by, "SALES"))
                .body(Map.of("merchandiser", IntakeFixture.MERCH))
                .post("/api/intake/v1/orders/{id}/hand-in", order)
                .then();
    }
}
