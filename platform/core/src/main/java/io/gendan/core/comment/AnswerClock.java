package io.gendan.core.comment;

import java.util.HashSet;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.clock.Timed;
import io.gendan.core.notice.Notices;
import io.gendan.core.notice.Telling;

/** A question that was not answered in time is flagged, and both sides are told, once (INF-03). */
@ApplicationScoped
class AnswerClock implements Timed<Comment> {
    @Inject
    Comments comments;

    @Inject
    Addressees addressees;

    @Inject
    Notices notices;

    @Override
    public Class<Comment> kind() {
        return Comment.class;
    }

    @Override
    public String moment() {
        return "answerDue";
    }

    @Override
    public String condition() {
        return "status = OPEN";
    }

    @Override
    public void strike(Comment question, Act act) {
        comments.adjust(question.id(), act, "comment.overdue", late -> late.becomeOverdue(act));
        var concerned = new HashSet<>(addressees.told(question.addressee()));
        concerned.add(question.author());
        for (String person : concerned)
            notices.tell(
                    new Telling(
                            person,
                            "question-overdue",
                            Map.of("text", question.text()),
                            question.about(),
                            question.answerDue(),
                            false),
                    act);
    }
}
