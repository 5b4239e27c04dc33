package io.gendan.fulfillment.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import io.gendan.core.act.Act;
import io.gendan.core.deadline.RecordDeadlines;
import io.gendan.core.problem.Problem;
import io.gendan.core.reassignment.Succession;
import io.gendan.core.store.Ids;
import io.gendan.events.fulfillment.PlanEvent;
import io.gendan.fulfillment.releasedorder.ReleasedOrders;
import io.gendan.rulebook.Rulebook;
import io.gendan.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlanTest {
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Rulebook RULES = Rulebook.load();
    private static final UUID MILESTONE = Ids.next();

    /** What can be done with a plan, and the states in which it can. */
    private enum Move {
        APPOINT(EnumSet.of(PlanStatus.DRAFT, PlanStatus.TEAM_SET), (p, s) -> p.appoint("owner", List.of())),
        SCHEDULE(
                EnumSet.of(PlanStatus.DRAFT, PlanStatus.TEAM_SET),
                (p, s) -> p.schedule(List.of(milestone()), act("merch", "MERCH"))),
        CONFIRM(EnumSet.of(PlanStatus.TEAM_SET), (p, s) -> p.confirm(act("head", "HEAD"))),
        START(EnumSet.of(PlanStatus.CONFIRMED), (p, s) -> p.start(NOW, act("merch", "MERCH"))),
        PROGRESS(
                EnumSet.of(PlanStatus.RUNNING, PlanStatus.AT_RISK, PlanStatus.LATE, PlanStatus.PRODUCED),
                (p, s) -> p.progressed(null, 50, NOW, act("prod", "PROD"))),
        REACH(
                EnumSet.of(
                        PlanStatus.RUNNING,
                        PlanStatus.AT_RISK,
                        PlanStatus.LATE,
                        PlanStatus.PRODUCED,
                        PlanStatus.DELIVERED),
                (p, s) -> p.reach(MILESTONE, TODAY, act("merch", "MERCH"))),
        INSPECT(
                EnumSet.of(PlanStatus.RUNNING, PlanStatus.AT_RISK, PlanStatus.LATE, PlanStatus.PRODUCED),
                (p, s) -> p.inspect("1", Map.of("size", true), null, act("qc", "QC"))),
        PRODUCED(EnumSet.of(PlanStatus.RUNNING, PlanStatus.LATE), (p, s) -> p.produced(act("merch", "MERCH"))),
        DELIVERED(EnumSet.of(PlanStatus.PRODUCED, PlanStatus.DELIVERED), (p, s) -> p.delivered()),
        ACCEPTED(EnumSet.of(PlanStatus.DELIVERED), (p, s) -> p.accepted()),
        CLOSE(EnumSet.of(PlanStatus.ACCEPTED), (p, s) -> p.close(act("merch", "MERCH"))),
        TAKE_OVER(
                EnumSet.complementOf(EnumSet.of(PlanStatus.CLOSED, PlanStatus.CANCELED)),
                (p, s) -> p.takenOverBy(new Succession("owner", "successor", "leave"), act("head", "HEAD"))),
        FOLLOW(
                EnumSet.complementOf(EnumSet.of(PlanStatus.CLOSED, PlanStatus.CANCELED)),
                (p, s) -> p.followedBy("merch", "successor", act("system"))),
        CANCEL(
                EnumSet.of(
                        PlanStatus.DRAFT,
                        PlanStatus.TEAM_SET,
                        PlanStatus.CONFIRMED,
                        PlanStatus.RUNNING,
                        PlanStatus.AT_RISK,
                        PlanStatus.LATE,
                        PlanStatus.PRODUCED),
                (p, s) -> p.cancel());

        private final Set<PlanStatus> legalIn;
        private final BiConsumer<Plan, PlanStatus> step;

        Move(Set<PlanStatus> legalIn, BiConsumer<Plan, PlanStatus> step) {
            this.legalIn = legalIn;
            this.step = step;
        }

        void on(Plan plan) {
            step.accept(plan, plan.status());
        }
    }

    @Test
    void walksFromTheReleasedOrderToTheArchive() {
        assertThat(in(PlanStatus.CLOSED).status()).isEqualTo(PlanStatus.CLOSED);
    }

    @ParameterizedTest
    @MethodSource("illegalMoves")
    void noStateHasAnotherExit(Move move, PlanStatus status) {
        var plan = in(status);

        assertThatThrownBy(() -> move.on(plan)).satisfies(refusal -> assertThat(refusal)
                .isInstanceOfAny(Problem.IllegalMove.class, Problem.RuleBroken.class));

        assertThat(plan.status()).isEqualTo(status);
    }

    static Stream<Arguments> illegalMoves() {
        return Stream.of(Move.values()).flatMap(move -> Stream.of(PlanStatus.values())
                .filter(status -> !move.legalIn.contains(status))
                .map(status -> Arguments.of(move, status)));
    }

    @Test
    @Requirement("FUL-01")
    void withoutAnOwnerItIsNotConfirmed() {
        var plan = draft();
        plan.appoint(null, List.of());
        plan.schedule(List.of(milestone()), act("merch", "MERCH"));

        assertThatThrownBy(() -> plan.confirm(act("head", "HEAD")))
                .isInstanceOfSatisfying(Problem.RuleBroken.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("plan-without-owner");
                    assertThat(refusal.ruling().rule()).isEqualTo("fulfillment.plan.owner");
                });
    }

    @Test
    void whoDrewItUpDoesNotConfirmIt() {
        var plan = draft();
        plan.appoint("owner", List.of());
        plan.schedule(List.of(milestone()), act("both", "MERCH", "HEAD"));

        assertThatThrownBy(() -> plan.confirm(act("both", "MERCH", "HEAD"))).isInstanceOf(Problem.NotAllowed.class);
    }

    @Test
    @Requirement("FUL-02")
    void aMilestoneReachedAfterItsDayCountsTheDaysAndIsReachedOnce() {
        var plan = in(PlanStatus.RUNNING);

        var reached = (PlanEvent.MilestoneReached) plan.reach(MILESTONE, TODAY.plusDays(13), act("prod.lead", "PROD"));

        assertThat(reached.daysLate()).isEqualTo(3);
        assertThat(reached.responsible()).isEqualTo("prod");
        assertThatThrownBy(() -> plan.reach(MILESTONE, TODAY, act("merch", "MERCH")))
                .isInstanceOf(Problem.IllegalMove.class);
    }

    @Test
    void anotherPersonThanTheOneResponsibleDoesNotReportAMilestone() {
        var plan = in(PlanStatus.RUNNING);

        assertThatThrownBy(() -> plan.reach(MILESTONE, TODAY, act("stranger", "LOGI")))
                .isInstanceOf(Problem.NotAllowed.class);
    }

    @Test
    @Requirement("FUL-21")
    void aBatchThatFailedCountsUntilItPassesAgain() {
        var plan = in(PlanStatus.RUNNING);
        plan.inspect("A", Map.of("size", true), null, act("qc", "QC"));
        plan.inspect("B", Map.of("size", true, "color", false), "色差", act("qc", "QC"));

        assertThat(plan.qualityPassed()).isFalse();
        assertThatThrownBy(() -> plan.produced(act("merch", "MERCH"))).isInstanceOf(Problem.RuleBroken.class);

        plan.inspect("B", Map.of("size", true, "color", true), null, act("qc", "QC"));
        assertThat(plan.qualityPassed()).isTrue();
    }

    @Test
    @Requirement("ORG-10")
    void aDayMissedCountsForWhoLetItPassThoughAnotherTookOver() {
        var plan = in(PlanStatus.RUNNING);

        assertThat(plan.takenOverBy(new Succession("prod", "successor", "leave"), later(12)))
                .hasAtLeastOneElementOfType(PlanEvent.MilestoneOverdue.class);
        var reached = (PlanEvent.MilestoneReached) plan.reach(MILESTONE, TODAY.plusDays(13), act("successor", "PROD"));
        assertThat(reached.responsible()).isEqualTo("prod");
    }

    @Test
    @Requirement("ORG-10")
    void whoInspectedItDoesNotTakeItOver() {
        var plan = in(PlanStatus.RUNNING);
        plan.inspect("A", Map.of("size", true), null, act("qc", "QC"));

        assertThatThrownBy(() -> plan.takenOverBy(new Succession("owner", "qc", "leave"), act("head", "HEAD")))
                .isInstanceOf(Problem.NotAllowed.class);
    }

    @Test
    void nobodyInspectsWhatHeReportedHimself() {
        var plan = in(PlanStatus.RUNNING);
        plan.progressed(null, 80, NOW, act("prod", "PROD", "QC"));

        assertThatThrownBy(() -> plan.inspect("1", Map.of("size", true), null, act("prod", "PROD", "QC")))
                .isInstanceOf(Problem.NotAllowed.class);
    }

    @Test
    @Requirement("FUL-08")
    void withoutAReportTheMerchandiserIsToldThenHisSuperiorAndNobodyTwice() {
        var plan = in(PlanStatus.CONFIRMED);
        plan.start(NOW.plus(2, DAYS), act("merch", "MERCH"));

        assertThat(plan.strike("head", NOW.plus(4, DAYS), later(2))).isEmpty();
        assertThat(plan.strike("head", NOW.plus(5, DAYS), later(3)))
                .containsExactly(new PlanEvent.PlanAtRisk(
                        plan.id(), plan.orderId(), NOW.plus(2, DAYS), "merch", false, NOW.plus(3, DAYS)));
        assertThat(plan.status()).isEqualTo(PlanStatus.AT_RISK);
        assertThat(plan.strike("head", NOW.plus(6, DAYS), later(4))).isEmpty();
        assertThat(plan.strike("head", NOW.plus(8, DAYS), later(6)))
                .containsExactly(new PlanEvent.PlanAtRisk(
                        plan.id(), plan.orderId(), NOW.plus(2, DAYS), "head", true, NOW.plus(6, DAYS)));
        assertThat(plan.strike("head", NOW.plus(9, DAYS), later(7))).isEmpty();
    }

    @Test
    @Requirement("FUL-08")
    void aReportEndsTheRiskAndBeginsTheNextInterval() {
        var plan = in(PlanStatus.AT_RISK);

        plan.progressed(null, 60, NOW.plus(9, DAYS), act("merch", "MERCH"));

        assertThat(plan.status()).isEqualTo(PlanStatus.RUNNING);
        assertThat(plan.view(NOW, TODAY, RecordDeadlines.NONE).progressTold()).isNull();
        assertThat(plan.strike("head", NOW.plus(11, DAYS), later(8))).isEmpty();
        assertThat(plan.strike("head", NOW.plus(11, DAYS), later(10)))
                .singleElement()
                .extracting("told", "again")
                .containsExactly("merch", false);
    }

    @Test
    @Requirement("FUL-08")
    void whoeverIsMissingIsSaidToBeMissing() {
        var plan = in(PlanStatus.AT_RISK);

        assertThat(plan.strike(null, NOW.plus(9, DAYS), later(8)))
                .singleElement()
                .extracting("told", "again")
                .containsExactly(null, true);
    }

    @Test
    @Requirement("FUL-02")
    void aMilestoneIsFoundOverdueOnceAndCanStillBeReached() {
        var plan = in(PlanStatus.RUNNING);
        plan.progressed(null, 10, NOW.plus(100, DAYS), act("merch", "MERCH"));

        assertThat(plan.strike(null, NOW, later(10))).isEmpty();
        assertThat(plan.strike(null, NOW, later(12)))
                .singleElement()
                .isInstanceOf(PlanEvent.MilestoneOverdue.class)
                .extracting("responsible")
                .isEqualTo("prod");
        assertThat(plan.strike(null, NOW, later(13))).isEmpty();
        var reached = (PlanEvent.MilestoneReached) plan.reach(MILESTONE, TODAY.plusDays(12), act("merch", "MERCH"));
        assertThat(reached.daysLate()).isEqualTo(2);
    }

    @Test
    void afterThePromisedDayItIsLateUntilItIsMade() {
        var plan = in(PlanStatus.LATE);

        assertThat(plan.strike(null, NOW, later(90))).noneMatch(PlanEvent.PlanLate.class::isInstance);
        plan.progressed(null, 90, NOW.plus(200, DAYS), act("merch", "MERCH"));
        assertThat(plan.status()).isEqualTo(PlanStatus.LATE);
        plan.inspect("1", Map.of("size", true), null, act("qc", "QC"));
        plan.produced(act("merch", "MERCH"));
        assertThat(plan.status()).isEqualTo(PlanStatus.PRODUCED);
    }

    private static Plan draft() {
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
                TODAY.plusDays(30),
                NOW,
                false);
        return new Plan(order, NOW.plus(30, DAYS), act(Act.SYSTEM));
    }

    /** Walks the legal way to this state. */
    private static Plan in(PlanStatus status) {
        var plan = draft();
        var way =
                switch (status) {
                    case DRAFT -> List.<Move>of();
                    case CANCELED -> List.of(Move.CANCEL);
                    case AT_RISK, LATE -> List.of(Move.APPOINT, Move.SCHEDULE, Move.CONFIRM, Move.START);
                    default ->
                        List.of(
                                Move.APPOINT,
                                Move.SCHEDULE,
                                Move.CONFIRM,
                                Move.START,
                                Move.INSPECT,
                                Move.PRODUCED,
                                Move.DELIVERED,
                                Move.ACCEPTED,
                                Move.CLOSE);
                };
        for (var move : way) {
            if (plan.status() == status) break;
            move.on(plan);
        }
        if (status == PlanStatus.AT_RISK) plan.strike("head", NOW.plus(4, DAYS), later(2));
        if (status == PlanStatus.LATE) plan.strike("head", NOW.plus(33, DAYS), later(31));
        assertThat(plan.status()).isEqualTo(status);
        return plan;
    }

    private static Milestone milestone() {
        return Milestone.planned(MILESTONE, "装配完成", TODAY.plusDays(10), "prod", "装配完毕", NOW.plus(11, DAYS));
    }

    private static Act later(int days) {
        return new Act(Act.SYSTEM, Set.of(), NOW.plus(days, DAYS), RULES);
    }

    private static Act act(String by, String... roles) {
        return new Act(by, Set.of(roles), NOW, RULES);
    }
}
