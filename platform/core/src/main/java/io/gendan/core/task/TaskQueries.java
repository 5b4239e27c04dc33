package io.gendan.core.task;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.gendan.core.people.People;
import io.gendan.core.people.StaffDirectory;
import io.gendan.core.problem.Texts;
import io.gendan.core.ruling.Rules;
import io.gendan.core.store.Listing;
import io.gendan.rulebook.Clause;
import io.gendan.rulebook.RuleVersion;
import io.gendan.rulebook.Scope;

/** What waits for somebody, and what was done (INF-09). */
@ApplicationScoped
class TaskQueries {
    private static final String GROUP = "concat(coalesce(assignee.role, ''), '@', coalesce(assignee.unit, ''))";
    private static final String FOR_THEM =
            "assignee.person in :people or (assignee.person is null and " + GROUP + " in :groups)";

    /**
     * One page of tasks.
     *
     * @param next cursor for {@code after}, null on the last page
     */
    record TaskPage(List<TaskView> items, String next) {}

    /**
     * @param dueToday not overdue, and due before the day is over in the company's zone
     * @param later due after today, or without a due time
     * @param kinds how many of each kind
     */
    record TaskCounts(long overdue, long dueToday, long later, Map<String, Long> kinds) {}

    /** What is asked for; null sets no condition. */
    record Filter(String kind, Boolean overdue, UUID recordId) {}

    @Inject
    EntityManager entities;

    @Inject
    StaffDirectory directory;

    @Inject
    People people;

    @Inject
    Texts texts;

    @Inject
    Rules rules;

    @Inject
    Clock clock;

    /** Open tasks, what is due first before what is due later. */
    TaskPage waiting(String username, Filter filter, int limit, TaskCursor after, Locale locale) {
        var listing = listing(username, filter, true);
        if (after != null)
            listing.when(
                    "dueOrNever > :moment or (dueOrNever = :moment and id > :last)",
                    Map.of("moment", after.moment(), "last", after.id()));
        return page(listing.first(limit + 1, "dueOrNever, id"), limit, Task::waitingSince, locale);
    }

    /** Closed ones, the last closed first: what waited for somebody, and what he closed. */
    TaskPage closed(String username, Filter filter, int limit, TaskCursor after, Locale locale) {
        var listing = listing(username, filter, false);
        if (after != null)
            listing.when(
                    "closedAt < :moment or (closedAt = :moment and id < :last)",
                    Map.of("moment", after.moment(), "last", after.id()));
        return page(listing.first(limit + 1, "closedAt desc, id desc"), limit, Task::closedSince, locale);
    }

    TaskCounts counts(String username) {
        List<Task> waiting =
                listing(username, new Filter(null, null, null), true).first(Integer.MAX_VALUE, "kind, id");
        Instant now = clock.instant();
        Instant tomorrow = today().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        long overdue = waiting.stream().filter(task -> task.isOverdue(now)).count();
        long beforeTomorrow =
                waiting.stream().filter(task -> task.isOverdue(tomorrow)).count();
        var kinds =
                waiting.stream().collect(Collectors.groupingBy(Task::kind, LinkedHashMap::new, Collectors.counting()));
        return new TaskCounts(overdue, beforeTomorrow - overdue, waiting.size() - beforeTomorrow, kinds);
    }

    private Listing<Task> listing(String username, Filter filter, boolean open) {
        var standing = Standing.of(username, directory, today());
        String whose = open ? FOR_THEM : "(" + FOR_THEM + ") or closedBy = :me";
        var parameters = new HashMap<String, Object>();
        parameters.put("people", standing.people());
        parameters.put("groups", groups(standing, open));
        if (!open) parameters.put("me", username);
        return new Listing<>(entities, Task.class)
                .when(open ? "status = OPEN" : "status <> OPEN", Map.of())
                .when(whose, parameters)
                .with("kind", filter.kind())
                .with("about.id", filter.recordId())
                .when(overdue(filter), "now", filter.overdue() == null ? null : clock.instant());
    }

    private static String overdue(Filter filter) {
        return Boolean.TRUE.equals(filter.overdue()) ? "due < :now" : "due is null or due >= :now";
    }

    /** The groups that tasks wait for, as far as these people belong to them today. */
    private Set<String> groups(Standing standing, boolean open) {
        var groups = entities.createQuery(
                        "select distinct assignee.role, assignee.unit from Task where assignee.person is null and status "
                                + (open ? "= OPEN" : "<> OPEN"),
                        Object[].class)
                .getResultStream()
                .map(group -> Assignee.role((String) group[0], (String) group[1]))
                .filter(standing::belongsTo)
                .map(group -> Optional.ofNullable(group.role()).orElse("") + "@"
                        + Optional.ofNullable(group.unit()).orElse(""))
                .collect(Collectors.toSet());
        return groups.isEmpty() ? Set.of("nobody") : groups;
    }

    private TaskPage page(List<Task> found, int limit, Function<Task, TaskCursor> cursor, Locale locale) {
        List<Task> items = found.size() > limit ? found.subList(0, limit) : found;
        return new TaskPage(
                items.stream().map(task -> view(task, locale)).toList(),
                found.size() > limit ? cursor.apply(items.getLast()).toString() : null);
    }

    private TaskView view(Task task, Locale locale) {
        Optional<Clause> clause = Optional.ofNullable(task.rule())
                .flatMap(rule -> rules.current().inForce(rule, Scope.COMPANY, clock.instant()))
                .map(RuleVersion::clause);
        return task.view(
                new Task.Wording(
                        text(task, locale),
                        clause.map(Clause::citation).orElse(null),
                        clause.map(c -> c.text(locale)).orElse(null)),
                username -> people.named(username, locale),
                clock.instant());
    }

    private String text(Task task, Locale locale) {
        String type = task.about().type();
        String record = texts.find("term." + type, locale).orElse(type) + " "
                + task.about().label();
        return texts.text("task." + task.text(), locale, task.arguments(record, clock.getZone()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
