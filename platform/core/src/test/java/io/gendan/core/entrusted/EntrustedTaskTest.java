package io.gendan.core.entrusted;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.rulebook.Rulebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.gendan.core.entrusted.EntrustedStatus.ACCEPTED;
import static io.gendan.core.entrusted.EntrustedStatus.GIVEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class EntrustedTaskTest {
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final Rulebook RULES = Rulebook.load();

    static Stream<Arguments> illegalMoves() {
        return Stream.of(
                        act("accept", t -> t.accept(by("zhou.ting")), GIVEN),
                        act("report", t -> t.report("done", by("zhou.ting")), ACCEPTED),
                        act("return", t -> t.returnWith("no", by("zhou.ting")), GIVEN, ACCEPTED),
                        act("withdraw", t -> t.withdraw(by("wu.gang")), GIVEN, ACCEPTED))
                .flatMap(s -> s);
    }

    private static Stream<Arguments> act(
            String name, Consumer<EntrustedTask> act, EntrustedStatus first, EntrustedStatus... more) {
        return EnumSet.complementOf(EnumSet.of(first, more)).stream().map(other -> arguments(name, other, act));
    }

    @ParameterizedTest(name = "{0} when {1}")
    @MethodSource("illegalMoves")
    void whatTheStateDoesNotAllowIsRefusedAndChangesNothing(
            String name, EntrustedStatus other, Consumer<EntrustedTask> act) {
        EntrustedTask task = aTask(other);

        assertThatThrownBy(() -> act.accept(task)).isInstanceOf(Problem.IllegalMove.class);
        assertThat(task.status()).isEqualTo(other);
    }

    @Test
    void onlyWhoGaveItWithdrawsIt() {
        EntrustedTask task = aTask(GIVEN);

        assertThatThrownBy(() -> task.withdraw(by("li.qiang"))).isInstanceOf(Problem.NotFound.class);
        assertThat(task.status()).isEqualTo(GIVEN);
    }

    private static EntrustedTask aTask(EntrustedStatus status) {
        var task = new EntrustedTask("ET-2026-000001", "zhou.ting", "盘点样品", NOON, null, by("wu.gang"));
        switch (status) {
            case GIVEN -> {}
            case ACCEPTED -> task.accept(by("zhou.ting"));
            case REPORTED -> {
                task.accept(by("zhou.ting"));
                task.report("完成", by("zhou.ting"));
            }
            case RETURNED -> task.returnWith("休假", by("zhou.ting"));
            case WITHDRAWN -> task.withdraw(by("wu.gang"));
        }
        return task;
    }

    private static Act by(String who) {
        return new Act(who, Set.of(), NOON, RULES);
    }
}
