package io.gendan.fulfillment.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.gendan.core.act.Act;
import io.gendan.core.deadline.RecordDeadlines;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Ids;
import io.gendan.events.fulfillment.AcceptanceEvent.AcceptancePassed;
import io.gendan.events.fulfillment.AcceptanceEvent.RectificationRequested;
import io.gendan.fulfillment.releasedorder.ReleasedOrders;
import io.gendan.rulebook.Rulebook;
import io.gendan.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.gendan.fulfillment.acceptance.AcceptanceStatus.ACCEPTED;
import static io.gendan.fulfillment.acceptance.AcceptanceStatus.INVITED;
import static io.gendan.fulfillment.acceptance.AcceptanceStatus.IN_ACCEPTANCE;
import static io.gendan.fulfillment.acceptance.AcceptanceStatus.RECTIFYING;
import static io.gendan.fulfillment.acceptance.AcceptanceStatus.SELF_CHECKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AcceptanceTest {
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final Act BIZ = new Act("biz", Set.of("BIZ"), NOW, Rulebook.load());
    private static final List<Acceptance.Objection> OBJECTIONS =
            List.of(new Acceptance.Objection("噪声超标", "owner", LocalDate.of(2026, 11, 25)));

    private enum Move {
        INVITE(EnumSet.of(SELF_CHECKED), acceptance -> acceptance.invite(BIZ)),
        BEGIN(EnumSet.of(INVITED), Acceptance::begin),
        OBJECT(EnumSet.of(IN_ACCEPTANCE), acceptance -> acceptance.object(OBJECTIONS, BIZ)),
        CLOSE_FINDING(EnumSet.of(RECTIFYING), AcceptanceTest::closeFindings),
        REPEAT(EnumSet.of(RECTIFYING), acceptance -> acceptance.repeat(BIZ)),
        SIGN(EnumSet.of(IN_ACCEPTANCE), acceptance -> acceptance.sign(report(), BIZ));

        private final Set<AcceptanceStatus> legalIn;
        private final Consumer<Acceptance> step;

        Move(Set<AcceptanceStatus> legalIn, Consumer<Acceptance> step) {
            this.legalIn = legalIn;
            this.step = step;
        }
    }

    @ParameterizedTest
    @MethodSource("illegalMoves")
    void noStateHasAnotherExit(Move move, AcceptanceStatus status) {
        var acceptance = in(status);

        assertThatThrownBy(() -> move.step.accept(acceptance)).satisfies(refusal -> assertThat(refusal)
                .isInstanceOfAny(Problem.IllegalMove.class, Problem.RuleBroken.class, Problem.NotFound.class));

        assertThat(acceptance.view(RecordDeadlines.NONE).status()).isEqualTo(status.name());
    }

    static Stream<Arguments> illegalMoves() {
        return Stream.of(Move.values()).flatMap(move -> Stream.of(AcceptanceStatus.values())
                .filter(status -> !move.legalIn.contains(status))
                .map(status -> Arguments.of(move, status)));
    }

    @Test
    @Requirement("FUL-36")
    void itIsRepeatedUntilEveryFindingIsClosedAndCountsTheRounds() {
        var acceptance = in(IN_ACCEPTANCE);
        assertThat((RectificationRequested) acceptance.object(OBJECTIONS, BIZ))
                .extracting(RectificationRequested::round, RectificationRequested::items)
                .containsExactly(1, 1);
        assertThatThrownBy(() -> acceptance.repeat(BIZ))
                .isInstanceOfSatisfying(Problem.RuleBroken.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("findings-open"));
        assertThatThrownBy(() -> acceptance.sign(report(), BIZ)).isInstanceOf(Problem.RuleBroken.class);

        closeFindings(acceptance);
        acceptance.repeat(BIZ);
        assertThat(((RectificationRequested) acceptance.object(OBJECTIONS, BIZ)).round())
                .isEqualTo(2);
        closeFindings(acceptance);
        acceptance.repeat(BIZ);

        assertThat(((AcceptancePassed) acceptance.sign(report(), BIZ)).rounds()).isEqualTo(3);
    }

    @Test
    @Requirement("FUL-35")
    void withoutASignedReportItIsNotAccepted() {
        var acceptance = in(IN_ACCEPTANCE);

        assertThatThrownBy(() -> acceptance.sign(null, BIZ))
                .isInstanceOfSatisfying(
                        Problem.RuleBroken.class,
                        refusal -> assertThat(refusal.ruling().rule()).isEqualTo("fulfillment.acceptance.report"));
        assertThat(acceptance.view(RecordDeadlines.NONE).status()).isEqualTo("IN_ACCEPTANCE");
    }

    private static void closeFindings(Acceptance acceptance) {
        var open = acceptance.view(RecordDeadlines.NONE).findings().stream()
                .filter(finding -> finding.status() == Finding.Status.OPEN)
                .map(AcceptanceView.FindingView::id)
                .toList();
        if (open.isEmpty()) acceptance.close(Ids.next(), "已更换轴承", BIZ);
        open.forEach(id -> acceptance.close(id, "已更换轴承", BIZ));
    }

    private static Acceptance in(AcceptanceStatus status) {
        var order = new ReleasedOrders.Order(
                Ids.next(),
                "SO-2026-000001",
                Ids.next(),
                "general",
                "sales-east",
                "sales",
                "merch",
                List.of(),
                "上海",
                LocalDate.of(2026, 12, 1),
                NOW,
                false);
        var acceptance = new Acceptance(order, "自检合格", BIZ);
        var way =
                switch (status) {
                    case SELF_CHECKED -> List.<Move>of();
                    case INVITED -> List.of(Move.INVITE);
                    case IN_ACCEPTANCE -> List.of(Move.INVITE, Move.BEGIN);
                    case RECTIFYING -> List.of(Move.INVITE, Move.BEGIN, Move.OBJECT);
                    case ACCEPTED -> List.of(Move.INVITE, Move.BEGIN, Move.SIGN);
                };
        way.forEach(move -> move.step.accept(acceptance));
        assertThat(acceptance.view(RecordDeadlines.NONE).status()).isEqualTo(status.name());
        return acceptance;
    }

    private static Report report() {
        return new Report("王经理", "扫描件 YS-2026-001", "biz", NOW);
    }
}
