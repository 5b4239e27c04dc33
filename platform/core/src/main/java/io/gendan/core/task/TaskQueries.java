package io.gendan.core.task;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.people.People;
import io.gendan.core.people.StaffDirectory;
import io.gendan.core.problem.Texts;
import io.gendan.core.ruling.Rules;
import io.gendan.rulebook.Clause;
import io.gendan.rulebook.RuleVersion;
import io.gendan.rulebook.Scope;

/** What waits for somebody, and what was done (INF-09). */
@ApplicationScoped
class TaskQueries {
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
    TaskIndex index;

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
        var found = index.waiting(whom(username, true), filter, limit + 1, after, clock.instant());
        return page(found, limit, Task::waitingSince, locale);
    }

    /** Closed ones, the last closed first: what waited for somebody, and what he closed. */
    TaskPage closed(String username, Filter filter, int limit, TaskCursor after, Locale locale) {
        var found = index.closed(whom(username, false), username, filter, limit + 1, after, clock.instant());
        return page(found, limit, Task::closedSince, locale);
    }

    TaskCounts counts(String username) {
        Instant tomorrow = today().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        long overdue = 0;
        long dueToday = 0;
        long later = 0;
        var kinds = new LinkedHashMap<String, Long>();
        for (var count : index.counts(whom(username, true), clock.instant(), tomorrow)) {
            overdue += count.overdue();
            dueToday += count.dueToday();
            later += count.later();
            kinds.put(count.kind(), count.all());
        }
        return new TaskCounts(overdue, dueToday, later, kinds);
    }

    /** Those he looks for today, and the groups that tasks wait for as far as they belong to them. */
    private Set<Assignee> whom(String username, boolean open) {
        var standing = Standing.of(username, directory, today());
        return Stream.concat(
                        standing.people().stream().map(Assignee::person),
                        index.groups(open).stream().filter(standing::belongsTo))
                .collect(Collectors.toSet());
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
