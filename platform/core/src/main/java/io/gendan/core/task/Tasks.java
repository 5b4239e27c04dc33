package io.gendan.core.task;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.store.Aggregates;
import io.gendan.core.store.RecordRef;
import io.gendan.core.store.Sql;
import io.gendan.events.DomainEvent;

/** What waits for whom (INF-09). All of it joins the transaction of the act that gives rise to it. */
@ApplicationScoped
public class Tasks extends Aggregates<Task, DomainEvent> {
    private static final String OPEN = "status = OPEN and kind = ?1 and about.id = ?2";

    @Inject
    Clock clock;

    @Inject
    Sql sql;

    Tasks() {
        super("task");
    }

    /**
     * Opens a task, unless the same kind already waits for the same assignee on the same record: then only its due time
     * becomes the one given.
     *
     * @param kind what is wanted: {@code approve}, {@code acknowledge}, {@code answer}
     * @param due may be null
     * @param text key {@code task.<text>} in the bundles; {@code record} and {@code due} may be used in every text
     * @param rule key of the rule that demands it, or null
     */
    public void open(
            String kind,
            RecordRef about,
            Assignee assignee,
            Instant due,
            String text,
            Map<String, ?> arguments,
            String rule,
            Act act) {
        oneAtATime(kind, about.id());
        List<Task> waiting = open(kind, about.id(), assignee);
        if (waiting.isEmpty())
            add(new Task(kind, about, assignee, due, text, arguments, rule, act, clock.getZone()), act);
        else follow(waiting.getFirst(), act, "task.due-changed", task -> task.becomeDue(due));
    }

    /** Every open task of this kind on the record is done, by whoever acted. */
    public void done(String kind, UUID recordId, Act act) {
        each(list(OPEN, kind, recordId), act, "task.done", task -> task.done(act));
    }

    public void done(String kind, UUID recordId, Assignee assignee, Act act) {
        each(open(kind, recordId, assignee), act, "task.done", task -> task.done(act));
    }

    /** It is no longer wanted. */
    public void withdraw(String kind, UUID recordId, Act act) {
        each(list(OPEN, kind, recordId), act, "task.withdrawn", task -> task.withdraw(act));
    }

    public void withdraw(String kind, UUID recordId, Assignee assignee, Act act) {
        each(open(kind, recordId, assignee), act, "task.withdrawn", task -> task.withdraw(act));
    }

    /**
     * What waits for one person on a record waits for another from now on. Where the same waits for that one already it is
     * not doubled, and is due with the earlier of both.
     *
     * @param kinds which kinds go along
     * @return how many
     */
    public int handOver(UUID recordId, Predicate<String> kinds, String from, String to, Act act) {
        var his = list("status = OPEN and about.id = ?1 and assignee.person = ?2 order by id", recordId, from).stream()
                .filter(task -> kinds.test(task.kind()))
                .toList();
        for (Task task : his) {
            oneAtATime(task.kind(), recordId);
            handOver(task, Assignee.person(to), act);
        }
        return his.size();
    }

    private void handOver(Task task, Assignee successor, Act act) {
        List<Task> same = open(task.kind(), task.about().id(), successor);
        if (same.isEmpty()) follow(task, act, "task.handed-over", handed -> handed.waitFor(successor));
        else {
            follow(task, act, "task.withdrawn", doubled -> doubled.withdraw(act));
            Task kept = same.getFirst();
            if (task.due() != null && (kept.due() == null || task.due().isBefore(kept.due())))
                follow(kept, act, "task.due-changed", earlier -> earlier.becomeDue(task.due()));
        }
    }

    private void oneAtATime(String kind, UUID recordId) {
        sql.column(
                Integer.class,
                "select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) held",
                kind + " " + recordId);
    }

    private List<Task> open(String kind, UUID recordId, Assignee assignee) {
        return list(OPEN, kind, recordId).stream()
                .filter(task -> task.assignee().equals(assignee))
                .toList();
    }

    private void each(List<Task> tasks, Act act, String action, Consumer<Task> change) {
        for (Task task : tasks) follow(task, act, action, change);
    }
}
