package io.gendan.core.comment;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.RecordRef;
import io.gendan.rulebook.Rulebook;
import io.gendan.rulebook.Scope;
import io.gendan.rulebook.StaffRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.gendan.core.comment.CommentStatus.ANSWERED;
import static io.gendan.core.comment.CommentStatus.OPEN;
import static io.gendan.core.comment.CommentStatus.OVERDUE;
import static io.gendan.core.comment.CommentStatus.REMARK;
import static io.gendan.core.comment.CommentStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class CommentTest {
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final Rulebook RULES = Rulebook.load();
    private static final RecordRef ORDER = new RecordRef("order", UUID.randomUUID(), "SO-2026-000001");
    private static final Addressee MERCHANDISER = new Addressee("zhou.ting", null);

    static Stream<Arguments> illegalMoves() {
        return Stream.of(
                        act("answer", c -> c.answer(by("zhou.ting")), OPEN, OVERDUE),
                        act("become overdue", c -> c.becomeOverdue(by(Act.SYSTEM)), OPEN),
                        act("withdraw", c -> c.withdraw(by("zhao.min")), REMARK, OPEN, OVERDUE))
                .flatMap(s -> s);
    }

    private static Stream<Arguments> act(
            String name, Consumer<Comment> act, CommentStatus first, CommentStatus... more) {
        return EnumSet.complementOf(EnumSet.of(first, more)).stream().map(other -> arguments(name, other, act));
    }

    @ParameterizedTest(name = "{0} when {1}")
    @MethodSource("illegalMoves")
    void whatTheStateDoesNotAllowIsRefusedAndChangesNothing(String name, CommentStatus other, Consumer<Comment> act) {
        Comment comment = aComment(other);

        assertThatThrownBy(() -> act.accept(comment)).isInstanceOf(Problem.IllegalMove.class);
        assertThat(comment.status()).isEqualTo(other);
    }

    @Test
    void aQuestionLeavesTheDeadlineOnRecord() {
        Act act = by("zhao.min");
        question(act);

        assertThat(act.takeRulings()).singleElement().satisfies(ruling -> {
            assertThat(ruling.rule()).isEqualTo("comment.answer");
            assertThat(ruling.outcome().name()).isEqualTo("DEADLINE_SET");
        });
    }

    @Test
    void onlyItsAuthorTakesACommentBack() {
        Comment comment = aComment(REMARK);

        assertThatThrownBy(() -> comment.withdraw(by("li.qiang"))).isInstanceOf(Problem.NotAllowed.class);
        assertThat(comment.status()).isEqualTo(REMARK);
    }

    private static Comment aComment(CommentStatus status) {
        if (status == REMARK) return new Comment(ORDER, null, null, "看一下", by("zhao.min"));
        Comment question = question(by("zhao.min"));
        if (status == OVERDUE) question.becomeOverdue(by(Act.SYSTEM));
        if (status == ANSWERED) question.answer(by("zhou.ting"));
        if (status == WITHDRAWN) question.withdraw(by("zhao.min"));
        return question;
    }

    private static Comment question(Act act) {
        var rule = act.rule(StaffRules.COMMENT_ANSWER, Scope.COMPANY);
        return Comment.question(ORDER, null, MERCHANDISER, "何时发货？", rule, Scope.COMPANY, NOON.plusSeconds(3600), act);
    }

    private static Act by(String who) {
        return new Act(who, Set.of(), NOON, RULES);
    }
}
