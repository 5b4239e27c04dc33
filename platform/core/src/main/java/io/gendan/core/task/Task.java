package io.gendan.core.task;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.people.People;
import io.gendan.core.problem.Problem;
import io.gendan.core.problem.TextArguments;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Json;
import io.gendan.core.store.RecordRef;

import static io.gendan.core.task.TaskStatus.DONE;
import static io.gendan.core.task.TaskStatus.OPEN;
import static io.gendan.core.task.TaskStatus.WITHDRAWN;

/** Something that waits for somebody (INF-09). */
@Entity
@Table(name = "task")
class Task extends Aggregate {
    /**
     * What is read with a task.
     *
     * @param clause of the rule that demands it, as cited; null where none does
     */
    record Wording(String text, String clause, String clauseText) {}

    private String kind;

    @Embedded
    private RecordRef about;

    @Embedded
    private Assignee assignee;

    @Enumerated(EnumType.STRING)
    private TaskStatus status;

    private Instant due;

    /** Sorts what has no due time behind everything that has one. */
    @Column(name = "due_or_never", insertable = false, updatable = false)
    private Instant dueOrNever;

    @Column(name = "text_key")
    private String text;

    @Json
    private Map<String, Object> arguments;

    private String rule;

    @Column(name = "opened_by")
    private String openedBy;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "closed_by")
    private String closedBy;

    @Column(name = "closed_at")
    private Instant closedAt;

    protected Task() {}

    Task(
            String kind,
            RecordRef about,
            Assignee assignee,
            Instant due,
            String text,
            Map<String, ?> arguments,
            String rule,
            Act act,
            ZoneId zone) {
        super(Ids.next());
        this.kind = kind;
        this.about = about;
        this.assignee = assignee;
        this.due = due;
        this.text = text;
        this.arguments = TextArguments.kept(arguments, zone);
        this.rule = rule;
        status = OPEN;
        openedBy = act.by();
        openedAt = act.at();
    }

    void becomeDue(Instant due) {
        if (status != OPEN) throw new Problem.IllegalMove(recordType(), id(), status, OPEN);
        this.due = due;
    }

    /** Somebody else has to do it from now on. */
    void waitFor(Assignee successor) {
        if (status != OPEN) throw new Problem.IllegalMove(recordType(), id(), status, "HANDED_OVER");
        assignee = successor;
    }

    void done(Act act) {
        close(DONE, act);
    }

    void withdraw(Act act) {
        close(WITHDRAWN, act);
    }

    boolean isOverdue(Instant now) {
        return due != null && due.isBefore(now);
    }

    TaskCursor waitingSince() {
        return new TaskCursor(dueOrNever, id());
    }

    TaskCursor closedSince() {
        return new TaskCursor(closedAt, id());
    }

    /** The arguments of its text, and those that every text has. */
    Map<String, Object> arguments(String record, ZoneId zone) {
        var all = new HashMap<>(arguments);
        all.put("record", record);
        if (due != null) all.put("due", TextArguments.moment(due, zone));
        return all;
    }

    TaskView view(Wording wording, Function<String, People.Named> named, Instant now) {
        return new TaskView(
                id(),
                kind,
                about,
                named.apply(assignee.person()),
                assignee.role(),
                assignee.unit(),
                status.name(),
                due,
                status == OPEN && isOverdue(now),
                wording.text(),
                rule,
                wording.clause(),
                wording.clauseText(),
                named.apply(openedBy),
                openedAt,
                named.apply(closedBy),
                closedAt);
    }

    String kind() {
        return kind;
    }

    RecordRef about() {
        return about;
    }

    String text() {
        return text;
    }

    String rule() {
        return rule;
    }

    Assignee assignee() {
        return assignee;
    }

    TaskStatus status() {
        return status;
    }

    Instant due() {
        return due;
    }

    @Override
    public String recordType() {
        return "task";
    }

    private void close(TaskStatus how, Act act) {
        moveTo(how);
        closedBy = act.by();
        closedAt = act.at();
    }

    private void moveTo(TaskStatus next) {
        if (!status.next().contains(next)) throw new Problem.IllegalMove(recordType(), id(), status, next);
        status = next;
    }
}
