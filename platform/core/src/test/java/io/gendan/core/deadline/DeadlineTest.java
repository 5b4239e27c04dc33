package io.gendan.core.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Ids;
import io.gendan.core.store.RecordRef;
import io.gendan.rulebook.IntakeRules;
import io.gendan.rulebook.Limit;
import io.gendan.rulebook.RuleVersion;
import io.gendan.rulebook.Rulebook;
import io.gendan.rulebook.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static io.gendan.core.deadline.DeadlineStatus.MET;
import static io.gendan.core.deadline.DeadlineStatus.MISSED;
import static io.gendan.core.deadline.DeadlineStatus.PAUSED;
import static io.gendan.core.deadline.DeadlineStatus.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeadlineTest {
    private static final Rulebook RULES = Rulebook.load();
    private static final Instant NOON = Instant.parse("2026-03-10T04:00:00Z");
    private static final Instant WARNED = NOON.plusSeconds(5400);
    private static final Instant DUE = NOON.plusSeconds(7200);
    private static final Count COUNT = new Count(NOON, DUE, WARNED, Duration.ofHours(2));
    private static final Scope SCOPE = Scope.of("trade", "FTR");

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "RUNNING")
    void onlyWhatRunsIsPausedMissedWarnedOrCountedAnew(DeadlineStatus other) {
        var deadline = in(other);

        assertThatThrownBy(() -> deadline.pause(Duration.ofHours(1), "x", act(NOON)))
                .isInstanceOf(Problem.IllegalMove.class);
        assertThatThrownBy(() -> deadline.miss(DUE, act(DUE))).isInstanceOf(Problem.IllegalMove.class);
        assertThatThrownBy(() -> deadline.warn(act(WARNED))).isInstanceOf(Problem.IllegalMove.class);
        assertThatThrownBy(() -> deadline.recount(DUE, null, "x", act(NOON))).isInstanceOf(Problem.IllegalMove.class);
        assertThat(deadline.status()).isEqualTo(other);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "PAUSED")
    void onlyWhatIsPausedIsResumed(DeadlineStatus other) {
        var deadline = in(other);

        assertThatThrownBy(() -> deadline.resume(DUE, WARNED, "x", act(NOON))).isInstanceOf(Problem.IllegalMove.class);
        assertThat(deadline.status()).isEqualTo(other);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"RUNNING", "PAUSED"})
    void whatHasEndedBeginsNotAnewAndIsReportedByNobody(DeadlineStatus ended) {
        var deadline = in(ended);

        assertThatThrownBy(() -> deadline.restart(terms(), rule(), COUNT)).isInstanceOf(Problem.IllegalMove.class);
        assertThatThrownBy(() -> deadline.report("x", act(NOON))).isInstanceOf(Problem.IllegalMove.class);
        assertThat(deadline.status()).isEqualTo(ended);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MISSED")
    void onlyAMissIsToldAndAcknowledged(DeadlineStatus other) {
        var deadline = in(other);

        assertThatThrownBy(() -> deadline.tell("wu.gang", DUE)).isInstanceOf(Problem.IllegalMove.class);
        assertThatThrownBy(() -> deadline.acknowledge(Set.of(), "x", act("wu.gang", DUE)))
                .isInstanceOf(Problem.IllegalMove.class);
    }

    @Test
    void whatWasMissedStaysMissedThoughItIsDoneLater() {
        var deadline = in(MISSED);

        deadline.meet(act(DUE.plusSeconds(60)));
        deadline.meet(act(DUE.plusSeconds(600)));
        deadline.cancel();

        assertThat(deadline.view().status()).isEqualTo(MISSED);
        assertThat(deadline.view().metAt()).isEqualTo(DUE.plusSeconds(60));
    }

    @Test
    void itRunsOutOnlyAfterItsLastMoment() {
        var deadline = in(RUNNING);

        assertThat(deadline.hasRunOut(DUE)).isFalse();
        assertThat(deadline.hasRunOut(DUE.plusNanos(1))).isTrue();
        deadline.meet(act(DUE));
        assertThat(deadline.status()).isEqualTo(MET);
    }

    @Test
    void whatHasRunOutUnnoticedIsNeitherPausedNorCountedAnew() {
        var deadline = in(RUNNING);

        assertThatThrownBy(() -> deadline.pause(Duration.ZERO, "x", act(DUE.plusSeconds(1))))
                .isInstanceOf(Problem.IllegalMove.class);
        assertThatThrownBy(() -> deadline.recount(DUE.plusSeconds(7200), null, "x", act(DUE.plusSeconds(1))))
                .isInstanceOf(Problem.IllegalMove.class);
        assertThat(deadline.hasRunOut(DUE.plusSeconds(1))).isTrue();
    }

    @Test
    void theOwnerIsWarnedOnce() {
        var deadline = in(RUNNING);
        assertThat(deadline.isToWarn(WARNED)).isFalse();
        assertThat(deadline.isToWarn(WARNED.plusSeconds(1))).isTrue();
        assertThat(deadline.isToWarn(DUE.plusSeconds(1)))
                .as("too late for a warning")
                .isFalse();

        deadline.warn(act(WARNED.plusSeconds(1)));
        deadline.pause(Duration.ofMinutes(20), "x", act(WARNED.plusSeconds(2)));
        deadline.resume(DUE, WARNED, "x", act(WARNED.plusSeconds(3)));

        assertThat(deadline.isToWarn(WARNED.plusSeconds(4))).isFalse();
    }

    @Test
    void eachSuperiorIsToldOnceAndOneOfThemAcknowledgesForAll() {
        var deadline = in(MISSED);
        deadline.tell("wu.gang", DUE.plusSeconds(1800));
        deadline.tell("li.qiang", DUE.plusSeconds(3600));
        assertThat(deadline.isToTell(DUE.plusSeconds(3601))).isTrue();
        assertThatThrownBy(() -> deadline.acknowledge(Set.of(), "x", act("zheng.hua", DUE)))
                .isInstanceOfSatisfying(
                        Problem.NotAllowed.class, p -> assertThat(p.code()).isEqualTo("deadline-not-told"));

        deadline.acknowledge(Set.of(), "calls the customer", act("wu.gang", DUE.plusSeconds(60)));

        assertThat(deadline.isToTell(DUE.plusSeconds(3601))).isFalse();
        assertThat(deadline.told()).containsExactly("wu.gang", "li.qiang");
        assertThatThrownBy(() -> deadline.acknowledge(Set.of(), "x", act("li.qiang", DUE)))
                .isInstanceOf(Problem.IllegalMove.class);
    }

    @Test
    void whoStandsInForWhoeverWasToldAcknowledgesInBothNames() {
        var deadline = in(MISSED);
        deadline.tell("wu.gang", DUE.plusSeconds(1800));
        assertThatThrownBy(() -> deadline.acknowledge(Set.of("li.qiang"), "x", act("zheng.hua", DUE)))
                .isInstanceOf(Problem.NotAllowed.class);

        deadline.acknowledge(Set.of("li.qiang", "wu.gang"), "calls the customer", act("zheng.hua", DUE));

        assertThat(deadline.view().acknowledgedBy()).isEqualTo("zheng.hua");
        assertThat(deadline.view().acknowledgedFor()).isEqualTo("wu.gang");
    }

    @Test
    void aMissDoneInTheNightIsStillToldInTheMorning() {
        var untold = in(MISSED);
        untold.meet(act(DUE.plusSeconds(60)));
        assertThat(untold.isToTell(DUE.plusSeconds(3601))).isTrue();
        assertThat(untold.waitsForAcknowledgment()).isFalse();

        var told = in(MISSED);
        told.tell("wu.gang", DUE.plusSeconds(1800));
        told.meet(act(DUE.plusSeconds(60)));
        assertThat(told.isToTell(DUE.plusSeconds(3601))).isFalse();
    }

    @Test
    void onlyItsOwnerReportsThatItCannotBeKept() {
        var deadline = in(RUNNING);

        assertThatThrownBy(() -> deadline.report("no parts", act("qian.hui", NOON)))
                .isInstanceOf(Problem.NotAllowed.class);
        deadline.report("no parts", act(NOON));
        assertThat(deadline.view().report()).isEqualTo("no parts");
    }

    @Test
    void whatIsStartedAnewForgetsPausesAndWarnings() {
        var deadline = in(PAUSED);
        var later = new Count(DUE, DUE.plusSeconds(7200), null, Duration.ofHours(2));

        deadline.restart(terms(), rule(), later);

        assertThat(deadline.status()).isEqualTo(RUNNING);
        assertThat(deadline.left()).isEmpty();
        assertThat(deadline.runsSince()).isEqualTo(DUE);
        assertThat(deadline.due()).isEqualTo(DUE.plusSeconds(7200));
    }

    private static Deadline in(DeadlineStatus status) {
        var deadline = new Deadline(terms(), rule(), COUNT);
        switch (status) {
            case RUNNING -> {}
            case PAUSED -> deadline.pause(Duration.ofHours(1), "waits for the customer", act(NOON.plusSeconds(3600)));
            case MET -> deadline.meet(act(NOON));
            case MISSED -> deadline.miss(DUE.plusSeconds(3600), act(DUE.plusSeconds(1)));
            case CANCELED -> deadline.cancel();
        }
        assertThat(deadline.status()).isEqualTo(status);
        return deadline;
    }

    private static DeadlineTerms terms() {
        var about = new RecordRef("inquiry", Ids.next(), "INQ-2026-000001");
        return new DeadlineTerms(about, "first-response", "zhao.min", SCOPE, false, 75, true);
    }

    private static RuleVersion<Limit> rule() {
        return RULES.inForce(IntakeRules.FIRST_RESPONSE, SCOPE, NOON);
    }

    private static Act act(Instant at) {
        return act("zhao.min", at);
    }

    private static Act act(String by, Instant at) {
        return new Act(by, Set.of("SALES"), at, RULES);
    }
}
