package io.gendan.core.comment;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.people.People;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.RecordRef;
import io.gendan.rulebook.Limit;
import io.gendan.rulebook.RuleVersion;
import io.gendan.rulebook.Scope;

import static io.gendan.core.comment.CommentStatus.ANSWERED;
import static io.gendan.core.comment.CommentStatus.OPEN;
import static io.gendan.core.comment.CommentStatus.OVERDUE;
import static io.gendan.core.comment.CommentStatus.REMARK;
import static io.gendan.core.comment.CommentStatus.WITHDRAWN;

/** What somebody said about a record, or asked (INF-03). Nobody rewrites it; its author may take it back. */
@Entity
@Table(name = "comment")
class Comment extends Aggregate {
    @Embedded
    private RecordRef about;

    private UUID parent;
    private String author;
    private String text;

    @Embedded
    private Addressee addressee;

    @Enumerated(EnumType.STRING)
    private CommentStatus status;

    @Column(name = "said_at")
    private Instant saidAt;

    @Column(name = "answer_due")
    private Instant answerDue;

    @Column(name = "overdue_at")
    private Instant overdueAt;

    @Column(name = "answered_by")
    private String answeredBy;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    protected Comment() {}

    /**
     * @param parent the comment it replies to, null for none
     * @param addressee null for whoever reads it
     */
    Comment(RecordRef about, UUID parent, Addressee addressee, String text, Act act) {
        super(Ids.next());
        this.about = about;
        this.parent = parent;
        this.addressee = addressee;
        this.text = text;
        author = act.by();
        saidAt = act.at();
        status = REMARK;
    }

    /** A question, to be answered by then. */
    static Comment question(
            RecordRef about,
            UUID parent,
            Addressee addressee,
            String text,
            RuleVersion<Limit> rule,
            Scope scope,
            Instant due,
            Act act) {
        var question = new Comment(about, parent, addressee, text, act);
        question.status = OPEN;
        question.answerDue = due;
        act.deadline(rule, scope, question, act.at(), due);
        return question;
    }

    void answer(Act act) {
        moveTo(ANSWERED);
        answeredBy = act.by();
        answeredAt = act.at();
    }

    /** Somebody else has to answer it, by the same time. */
    void goTo(Addressee successor) {
        if (!status.awaitsAnswer()) throw new Problem.IllegalMove(recordType(), id(), status, "HANDED_OVER");
        addressee = successor;
    }

    void becomeOverdue(Act act) {
        moveTo(OVERDUE);
        overdueAt = act.at();
    }

    /** Its text is not shown any more; that there was one is. */
    void withdraw(Act act) {
        if (!author.equals(act.by())) throw new Problem.NotAllowed("not-the-author", Map.of("author", author));
        moveTo(WITHDRAWN);
        withdrawnAt = act.at();
    }

    CommentView view(People people, Locale locale) {
        return new CommentView(
                id(),
                about,
                parent,
                people.named(author, locale),
                status == WITHDRAWN ? null : text,
                addressee == null ? null : people.named(addressee.person(), locale),
                addressee == null ? null : addressee.unit(),
                answerDue != null,
                status.name(),
                saidAt,
                answerDue,
                overdueAt,
                people.named(answeredBy, locale),
                answeredAt,
                withdrawnAt);
    }

    RecordRef about() {
        return about;
    }

    String author() {
        return author;
    }

    String text() {
        return text;
    }

    Addressee addressee() {
        return addressee;
    }

    CommentStatus status() {
        return status;
    }

    Instant answerDue() {
        return answerDue;
    }

    @Override
    public String recordType() {
        return "comment";
    }

    private void moveTo(CommentStatus next) {
        if (!status.next().contains(next)) throw new Problem.IllegalMove(recordType(), id(), status, next);
        status = next;
    }
}
