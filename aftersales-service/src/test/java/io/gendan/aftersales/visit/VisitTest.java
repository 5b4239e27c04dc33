package io.gendan.aftersales.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.gendan.aftersales.knownorder.OrderFacts;
import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.events.aftersales.VisitEvent.VisitDone;
import io.gendan.rulebook.Rulebook;
import io.gendan.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.gendan.aftersales.visit.VisitStatus.DONE;
import static io.gendan.aftersales.visit.VisitStatus.DUE;
import static io.gendan.aftersales.visit.VisitStatus.FAILED;
import static io.gendan.aftersales.visit.VisitStatus.PLANNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VisitTest {
    private static final LocalDate DUE_ON = LocalDate.of(2026, 11, 27);
    private static final Act ACT = new Act("he.ling", Set.of(), Instant.parse("2026-11-20T04:00:00Z"), Rulebook.load());
    private static final VisitPlan PLAN = new VisitPlan(DUE_ON, "he.ling", VisitPlan.Manner.PHONE);

    private static final Map<String, Consumer<Visit>> ACTS = Map.of(
            "plan", visit -> visit.plan(PLAN),
            "done", visit -> visit.done(4, "好", null, DUE_ON, ACT),
            "failed", visit -> visit.failed("无人接听", ACT),
            "ticket", Visit::requireDone,
            "reassign", visit -> visit.takenOverBy("lin.na"));
    private static final Map<String, Set<VisitStatus>> LEGAL = Map.of(
            "plan",
            Set.of(DUE, FAILED),
            "done",
            Set.of(PLANNED),
            "failed",
            Set.of(PLANNED),
            "ticket",
            Set.of(DONE),
            "reassign",
            Set.of(PLANNED));

    static Stream<Arguments> illegal() {
        return LEGAL.entrySet().stream().flatMap(act -> Arrays.stream(VisitStatus.values())
                .filter(status -> !act.getValue().contains(status))
                .map(status -> Arguments.of(act.getKey(), status)));
    }

    @ParameterizedTest
    @MethodSource("illegal")
    void whatAStateHasNoExitForIsRefusedAndChangesNothing(String act, VisitStatus status) {
        Visit visit = in(status);

        assertThatThrownBy(() -> ACTS.get(act).accept(visit)).isInstanceOf(Problem.IllegalMove.class);

        assertThat(visit.status()).isEqualTo(status);
    }

    @Test
    @Requirement("AFT-42")
    void aVisitOnItsDueDayIsInTimeAndOneADayLaterIsNot() {
        var inTime = (VisitDone) in(PLANNED).done(5, null, null, DUE_ON, ACT);
        var late = (VisitDone) in(PLANNED).done(5, null, null, DUE_ON.plusDays(1), ACT);

        assertThat(inTime.inTime()).isTrue();
        assertThat(late.inTime()).isFalse();
        assertThat(inTime.orderTaker()).isEqualTo("zhao.min");
        assertThat(inTime.merchandiser()).isEqualTo("zhou.ting");
    }

    @Test
    void aFailedVisitIsPlannedAnewAndTheFailureKept() {
        Visit visit = in(FAILED);

        visit.plan(PLAN);

        assertThat(visit.status()).isEqualTo(PLANNED);
        assertThat(visit.view(null).failures()).hasSize(1);
    }

    private static Visit in(VisitStatus status) {
        var visit = new Visit(
                new OrderFacts(
                        UUID.randomUUID(), "SO-1", UUID.randomUUID(), "general", "sales-east", "zhao.min", "zhou.ting"),
                DUE_ON);
        if (status != DUE) visit.plan(PLAN);
        if (status == DONE) visit.done(4, "好", null, DUE_ON, ACT);
        if (status == FAILED) visit.failed("无人接听", ACT);
        return visit;
    }
}
