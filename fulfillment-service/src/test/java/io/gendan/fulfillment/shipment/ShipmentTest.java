package io.gendan.fulfillment.shipment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Ids;
import io.gendan.events.fulfillment.ShipmentEvent.ShipmentDelayExpected;
import io.gendan.events.fulfillment.ShipmentEvent.ShipmentReceived;
import io.gendan.fulfillment.plan.Plans;
import io.gendan.fulfillment.releasedorder.ReleasedOrders;
import io.gendan.rulebook.Rulebook;
import io.gendan.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static io.gendan.fulfillment.shipment.ShipmentStatus.ARRIVED;
import static io.gendan.fulfillment.shipment.ShipmentStatus.DISPATCHED;
import static io.gendan.fulfillment.shipment.ShipmentStatus.IN_TRANSIT;
import static io.gendan.fulfillment.shipment.ShipmentStatus.PREPARED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ShipmentTest {
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final LocalDate PROMISED = LocalDate.of(2026, 11, 20);
    private static final Act LOGI = new Act("logi", Set.of("LOGI"), NOW, Rulebook.load());

    private enum Move {
        DISPATCH(EnumSet.of(PREPARED), shipment -> shipment.dispatch(new Plans.ForShipping(true, true), LOGI)),
        MOVE(EnumSet.of(DISPATCHED, IN_TRANSIT), shipment -> shipment.moved("苏州", LOGI)),
        ARRIVE(EnumSet.of(IN_TRANSIT), shipment -> shipment.arrive("上海", NOW, LOGI)),
        RECEIVE(EnumSet.of(ARRIVED), shipment -> shipment.receive(receipt(PROMISED)));

        private final Set<ShipmentStatus> legalIn;
        private final Consumer<Shipment> step;

        Move(Set<ShipmentStatus> legalIn, Consumer<Shipment> step) {
            this.legalIn = legalIn;
            this.step = step;
        }
    }

    @ParameterizedTest
    @MethodSource("illegalMoves")
    void noStateHasAnotherExit(Move move, ShipmentStatus status) {
        var shipment = in(status);

        assertThatThrownBy(() -> move.step.accept(shipment)).isInstanceOf(Problem.IllegalMove.class);

        assertThat(shipment.view().status()).isEqualTo(status.name());
    }

    static Stream<Arguments> illegalMoves() {
        return Stream.of(Move.values()).flatMap(move -> Stream.of(ShipmentStatus.values())
                .filter(status -> !move.legalIn.contains(status))
                .map(status -> Arguments.of(move, status)));
    }

    @Test
    @Requirement("FUL-21")
    void itDoesNotLeaveWithoutAPassedInspection() {
        var shipment = in(PREPARED);

        assertThatThrownBy(() -> shipment.dispatch(new Plans.ForShipping(false, true), LOGI))
                .isInstanceOfSatisfying(
                        Problem.RuleBroken.class,
                        refusal -> assertThat(refusal.ruling().rule()).isEqualTo("fulfillment.dispatch.inspection"));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-19, 0", "2026-11-20, 0", "2026-11-21, 1", "2026-12-20, 30"})
    @Requirement("FUL-30")
    void latenessIsCountedFromTheDayPromised(LocalDate receivedOn, int daysLate) {
        var received = (ShipmentReceived) in(ARRIVED).receive(receipt(receivedOn));

        assertThat(received.promisedOn()).isEqualTo(PROMISED);
        assertThat(received.daysLate()).isEqualTo(daysLate);
        assertThat(received.merchandiser()).isEqualTo("merch");
    }

    @Test
    @Requirement("FUL-25")
    void expectedLatenessIsToldOnceForEachDayThatIsNamed() {
        var shipment = in(IN_TRANSIT);

        assertThat(shipment.expect(PROMISED, "logi", LOGI)).isEmpty();
        var told = (ShipmentDelayExpected)
                shipment.expect(PROMISED.plusDays(2), "logi", LOGI).orElseThrow();
        assertThat(told.daysLate()).isEqualTo(2);
        assertThat(told.reportedBy()).isEqualTo("logi");
        assertThat(shipment.expect(PROMISED.plusDays(2), "logi", LOGI)).isEmpty();
        assertThat(shipment.expect(PROMISED.plusDays(3), "logi", LOGI)).isPresent();
        assertThat(shipment.expect(PROMISED, "logi", LOGI)).isEmpty();
        assertThat(shipment.expect(PROMISED.plusDays(3), "logi", LOGI)).isPresent();
    }

    @Test
    @Requirement("FUL-30")
    void receiptIsAskedForAgainAfterEachInterval() {
        var shipment = in(ARRIVED);

        for (int times = 1; times <= 3; times++)
            assertThat(shipment.strike(NOW, LOGI))
                    .get()
                    .extracting("chases", "merchandiser")
                    .containsExactly(times, "merch");
    }

    @Test
    void withoutLinesItCarriesEveryItemOfTheOrder() {
        assertThat(in(PREPARED).view().lines()).containsExactly(new ShipmentLine("减速机", BigDecimal.TEN, "台"));
    }

    private static Shipment in(ShipmentStatus status) {
        var order = new ReleasedOrders.Order(
                Ids.next(),
                "SO-2026-000001",
                Ids.next(),
                "general",
                "sales-east",
                "sales",
                "merch",
                List.of(new ReleasedOrders.Item("减速机", BigDecimal.TEN, "台")),
                "上海",
                PROMISED,
                NOW,
                false);
        var request = new ShipmentResource.Prepare(order.id(), "顺丰速运", "ROAD", null, PROMISED);
        var shipment = new Shipment("SH-2026-000001", order, request, NOW, LOGI);
        List.of(Move.DISPATCH, Move.MOVE, Move.ARRIVE, Move.RECEIVE)
                .subList(0, status.ordinal())
                .forEach(move -> move.step.accept(shipment));
        assertThat(shipment.view().status()).isEqualTo(status.name());
        return shipment;
    }

    private static Receipt receipt(LocalDate receivedOn) {
        return new Receipt(receivedOn, true, null, null, "huadong.portal", NOW);
    }
}
