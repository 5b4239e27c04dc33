package io.gendan.core.comment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.act.Act;
import io.gendan.core.store.Aggregates;
import io.gendan.events.DomainEvent;

@ApplicationScoped
public class Comments extends Aggregates<Comment, DomainEvent> {
    Comments() {
        super("comment");
    }

    void answered(Comment question, Act act) {
        follow(question, act, "comment.answered", asked -> asked.answer(act));
    }

    /**
     * What one person is asked on a record another is to answer from now on, by the same time. The task that stands for it
     * goes with the tasks of the record.
     *
     * @return how many questions
     */
    public int handOver(UUID recordId, String from, String to, Act act) {
        List<Comment> asked =
                list("status in (OPEN, OVERDUE) and about.id = ?1 and addressee.person = ?2", recordId, from);
        for (Comment question : asked)
            follow(question, act, "comment.handed-over", waiting -> waiting.goTo(new Addressee(to, null)));
        return asked.size();
    }

    /** Of the questions on a record that wait for this addressee the one that is due first. */
    Optional<Comment> nextUnanswered(UUID recordId, Addressee addressee) {
        List<Comment> waiting = list("status in (OPEN, OVERDUE) and about.id = ?1 order by answerDue, id", recordId);
        return waiting.stream()
                .filter(comment -> comment.addressee().equals(addressee))
                .findFirst();
    }
}
