package io.gendan.core.task;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.RecordRef;
import io.gendan.rulebook.Rulebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class TaskTest {
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Rulebook RULES = Rulebook.load();

    @Test
    void aTaskThatWasDoneSaysWhoDidItAndWhen() {
        Task task = aTask();

        task.done(by("zhou.ting"));

        assertThat(task.status()).isEqualTo(TaskStatus.DONE);
        assertThat(task.closedSince()).isEqualTo(new TaskCursor(NOON, task.id()));
    }

    static Stream<Arguments> movesOfAClosedTask() {
        Stream<Consumer<Task>> closings = Stream.of(task -> task.done(by("a")), task -> task.withdraw(by("a")));
        return closings.flatMap(closing -> Stream.<Consumer<Task>>of(
                        task -> task.done(by("b")), task -> task.withdraw(by("b")), task -> task.becomeDue(NOON))
                .map(move -> arguments(closing, move)));
    }

    @ParameterizedTest
    @MethodSource("movesOfAClosedTask")
    void aClosedTaskStaysClosed(Consumer<Task> closing, Consumer<Task> move) {
        Task task = aTask();
        closing.accept(task);
        TaskStatus closed = task.status();

        assertThatThrownBy(() -> move.accept(task)).isInstanceOf(Problem.IllegalMove.class);
        assertThat(task.status()).isEqualTo(closed);
    }

    @Test
    void aTaskIsOverdueAfterItsDueTimeAndNeverWithoutOne() {
        Task task = aTask();

        assertThat(task.isOverdue(NOON.plusSeconds(60))).isFalse();
        assertThat(task.isOverdue(NOON.plusSeconds(61))).isTrue();
        task.becomeDue(null);
        assertThat(task.isOverdue(NOON.plusSeconds(61))).isFalse();
    }

    @Test
    void aCursorIsReadAsItWasWritten() {
        var cursor = new TaskCursor(NOON, UUID.randomUUID());

        assertThat(TaskCursor.parse(cursor.toString())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "2026-11-20T04:00:00Z", "2026-11-20T04:00:00Z_", "_1", "2026-11-20T04:00:00Z_x"})
    void anythingElseIsNoCursor(String text) {
        assertThatThrownBy(() -> TaskCursor.parse(text)).isInstanceOf(Problem.Invalid.class);
    }

    private static Task aTask() {
        return new Task(
                "approve",
                new RecordRef("order", UUID.randomUUID(), "SO-2026-000001"),
                Assignee.role("HEAD", "sales-east"),
                NOON.plusSeconds(60),
                "approve",
                Map.of(),
                null,
                by("zhao.min"),
                CHINA);
    }

    private static Act by(String who) {
        return new Act(who, Set.of(), NOON, RULES);
    }
}
