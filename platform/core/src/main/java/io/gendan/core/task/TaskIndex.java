package io.gendan.core.task;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

/**
 * Finds tasks by whom they wait for. A page is read along the index of each of them, no further than it reaches, and then
 * put in order: what it costs does not grow with the number of tasks.
 */
@ApplicationScoped
class TaskIndex {
    private static final String WAITING = """
            select t.* from unnest(cast(:whom as text[])) whom cross join lateral (
                select * from task where waits_for = whom and status = 'OPEN'%s
                order by due_or_never, id limit :limit) t
            order by t.due_or_never, t.id limit :limit""";

    private static final String CLOSED = """
            select t.* from task t join (
                select c.closed_at, c.id from unnest(cast(:whom as text[])) whom cross join lateral (
                    select closed_at, id from task where waits_for = whom and status <> 'OPEN'%1$s
                    order by closed_at desc, id desc limit :limit) c
                union
                (select closed_at, id from task where closed_by = :me and status <> 'OPEN'%1$s
                    order by closed_at desc, id desc limit :limit)
                order by closed_at desc, id desc limit :limit) page on page.id = t.id
            order by t.closed_at desc, t.id desc""";

    private static final String COUNTS = """
            select kind, count(*) filter (where due_or_never < :now),
                   count(*) filter (where due_or_never >= :now and due_or_never < :tomorrow),
                   count(*) filter (where due_or_never >= :now and due_or_never >= :tomorrow)
              from task where waits_for in (:whom) and status = 'OPEN' group by kind order by kind""";

    /** From each group to the next, without the tasks between. */
    private static final String GROUPS = """
            with recursive waited_for (whom) as (
                (select waits_for from task where waits_for >= 'group ' and waits_for < 'group!' and %1$s
                    order by waits_for limit 1)
                union all
                select (select waits_for from task where waits_for > whom and waits_for < 'group!' and %1$s
                    order by waits_for limit 1) from waited_for where whom is not null)
            select whom from waited_for where whom is not null""";

    /** How many tasks of a kind wait, by when they are due. */
    record Count(String kind, long overdue, long dueToday, long later) {
        long all() {
            return overdue + dueToday + later;
        }
    }

    @Inject
    EntityManager entities;

    /** The groups that tasks wait, or waited, for. */
    List<Assignee> groups(boolean open) {
        Query groups = entities.createNativeQuery(
                GROUPS.formatted(open ? "status = 'OPEN'" : "status <> 'OPEN'"), String.class);
        return TaskIndex.<String>found(groups).stream().map(Assignee::group).toList();
    }

    List<Task> waiting(Set<Assignee> whom, TaskQueries.Filter filter, int limit, TaskCursor after, Instant now) {
        var conditions = new Conditions(filter, now);
        if (after != null) conditions.after("(due_or_never, id) > (:moment, :last)", after);
        return conditions.tasks(WAITING, whom, limit);
    }

    /** What waited for them, and what this one closed. */
    List<Task> closed(
            Set<Assignee> whom, String me, TaskQueries.Filter filter, int limit, TaskCursor after, Instant now) {
        var conditions = new Conditions(filter, now);
        if (after != null) conditions.after("(closed_at, id) < (:moment, :last)", after);
        conditions.parameters.put("me", me);
        return conditions.tasks(CLOSED, whom, limit);
    }

    List<Count> counts(Set<Assignee> whom, Instant now, Instant tomorrow) {
        Query counts = entities.createNativeQuery(COUNTS, Object[].class)
                .setParameter("whom", texts(whom))
                .setParameter("now", now)
                .setParameter("tomorrow", tomorrow);
        return TaskIndex.<Object[]>found(counts).stream()
                .map(row -> new Count((String) row[0], number(row[1]), number(row[2]), number(row[3])))
                .toList();
    }

    private static Set<String> texts(Set<Assignee> whom) {
        return whom.stream().map(Assignee::waitsFor).collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> found(Query query) {
        return query.getResultList();
    }

    private static long number(Object count) {
        return ((Number) count).longValue();
    }

    /** Those a request sets; each holds for every index that is walked along. */
    private final class Conditions {
        private final StringBuilder text = new StringBuilder();
        private final Map<String, Object> parameters = new HashMap<>();

        Conditions(TaskQueries.Filter filter, Instant now) {
            and("kind = :kind", "kind", filter.kind());
            and("record_id = :record", "record", filter.recordId());
            if (filter.overdue() != null)
                and(filter.overdue() ? "due_or_never < :now" : "due_or_never >= :now", "now", now);
        }

        void after(String condition, TaskCursor cursor) {
            and(condition, "moment", cursor.moment());
            parameters.put("last", cursor.id());
        }

        List<Task> tasks(String statement, Set<Assignee> whom, int limit) {
            Query query = entities.createNativeQuery(statement.formatted(text), Task.class)
                    .setParameter("whom", texts(whom).toArray(String[]::new))
                    .setParameter("limit", limit);
            parameters.forEach(query::setParameter);
            return found(query);
        }

        private void and(String condition, String parameter, Object value) {
            if (value == null) return;
            text.append(" and ").append(condition);
            parameters.put(parameter, value);
        }
    }
}
