package io.gendan.intake.order;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.gendan.intake.IntakeFixture;
import io.gendan.testing.Told;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class OrderRaceTest {
    private static final int AT_ONCE = 8;

    @Inject
    IntakeFixture intake;

    @Inject
    Told told;

    @BeforeEach
    void people() {
        intake.registerStaff();
    }

    @Test
    void ofManyWhoConfirmAtOnceOneDoesAndTheOthersFindItDone() throws Exception {
        UUID id = intake.draftOrder("1000");

        assertThat(statusesOf(() -> confirm(id, null))).containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(told.about(id)).containsExactly("intake.order.confirmed.v1");
    }

    @Test
    void ofManyWithOneKeyTheEffectHappensOnceAndNobodyIsToldOtherwise() throws Exception {
        UUID id = intake.draftOrder("1000");

        assertThat(statusesOf(() -> confirm(id, "key-" + id))).contains(200).containsOnly(200, 409);
        assertThat(confirm(id, "key-" + id)).isEqualTo(200);
        assertThat(told.about(id)).containsExactly("intake.order.confirmed.v1");
    }

    private static int confirm(UUID id, String key) {
        var request = IntakeFixture.sales().body(IntakeFixture.evidence());
        if (key != null) request.header("Idempotency-Key", key);
        return request.post("/api/intake/v1/orders/{id}/confirm", id).statusCode();
    }

    private static List<Integer> statusesOf(Callable<Integer> act) throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var answers = threads.invokeAll(
                    IntStream.range(0, AT_ONCE).mapToObj(_ -> act).toList());
            return answers.stream().map(answer -> answer.resultNow()).toList();
        }
    }
}
