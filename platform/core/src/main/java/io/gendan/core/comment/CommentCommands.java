package io.gendan.core.comment;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.notice.Notices;
import io.gendan.core.notice.Telling;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.RecordRef;
import io.gendan.core.task.Tasks;
import io.gendan.rulebook.StaffRules;

@ApplicationScoped
@Transactional
class CommentCommands {
    static final String ANSWER = "answer";

    @Inject
    Comments comments;

    @Inject
    CommentedRecords records;

    @Inject
    Addressees addressees;

    @Inject
    Notices notices;

    @Inject
    Tasks tasks;

    @Inject
    Calendars calendars;

    @Inject
    Acts acts;

    Comment say(CommentResource.Say request) {
        var act = acts.ofCaller();
        var about = records.visible(request.recordType(), request.recordId());
        var parent = request.parent() == null ? null : parent(request.parent(), about);
        if (request.to() != null) addressees.require(request.to());
        else if (request.question()) throw Problem.Invalid.field("to", "required");
        var comment = request.question() ? question(request, about, act) : remark(request, about, act);
        comments.add(comment, act);
        if (request.question()) awaitAnswer(comment, act);
        if (request.to() != null) tellAddressee(comment, act);
        if (parent != null && parent.status().awaitsAnswer() && addressees.speaksFor(act.by(), parent.addressee()))
            answer(parent, comment, act);
        return comment;
    }

    Comment withdraw(UUID id) {
        var act = acts.ofCaller();
        records.visible(
                comments.get(id).about().type(), comments.get(id).about().id());
        boolean wasWaiting = comments.get(id).status().awaitsAnswer();
        var withdrawn = comments.adjust(id, act, "comment.withdrawn", comment -> comment.withdraw(act));
        if (wasWaiting && !stillWaiting(withdrawn, act))
            tasks.withdraw(ANSWER, withdrawn.about().id(), withdrawn.addressee().assignee(), act);
        return withdrawn;
    }

    private Comment question(CommentResource.Say request, RecordRef about, Act act) {
        var scope = addressees.scope(request.to());
        var rule = act.rule(StaffRules.COMMENT_ANSWER, scope);
        Instant due = calendars.after(act.at(), rule.parameters().limit(), scope);
        return Comment.question(about, request.parent(), request.to(), request.plainText(), rule, scope, due, act);
    }

    private static Comment remark(CommentResource.Say request, RecordRef about, Act act) {
        return new Comment(about, request.parent(), request.to(), request.plainText(), act);
    }

    private Comment parent(UUID id, RecordRef about) {
        return comments.findByIdOptional(id)
                .filter(comment -> comment.about().id().equals(about.id()))
                .orElseThrow(() -> Problem.Invalid.field("parent", "does-not-exist"));
    }

    private void answer(Comment question, Comment answer, Act act) {
        comments.answered(question, act);
        if (!stillWaiting(question, act))
            tasks.done(ANSWER, question.about().id(), question.addressee().assignee(), act);
        if (!question.author().equals(act.by()))
            notices.tell(
                    new Telling(
                            question.author(), "answer", Map.of("text", answer.text()), question.about(), null, false),
                    act);
    }

    /** One task stands for all questions on a record to one addressee, and is due with the first of them. */
    private boolean stillWaiting(Comment question, Act act) {
        var next = comments.nextUnanswered(question.about().id(), question.addressee());
        next.ifPresent(waiting -> awaitAnswer(waiting, act));
        return next.isPresent();
    }

    private void awaitAnswer(Comment question, Act act) {
        var first = comments.nextUnanswered(question.about().id(), question.addressee())
                .orElse(question);
        tasks.open(
                ANSWER,
                first.about(),
                first.addressee().assignee(),
                first.answerDue(),
                ANSWER,
                Map.of("text", first.text()),
                StaffRules.COMMENT_ANSWER.key(),
                act);
    }

    private void tellAddressee(Comment comment, Act act) {
        boolean question = comment.answerDue() != null;
        for (String person : addressees.told(comment.addressee()))
            if (!person.equals(act.by()))
                notices.tell(
                        new Telling(
                                person,
                                question ? "question" : "comment",
                                Map.of("text", comment.text()),
                                comment.about(),
                                comment.answerDue(),
                                false),
                        act);
    }
}
