package io.gendan.core.deadline;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.calendar.Calendars;
import io.gendan.rulebook.Scope;
import io.gendan.rulebook.WorkingTime;

/**
 * How much time a deadline has, and when that is used up. A limit in working hours or days has working time, which stands
 * still while the unit is closed; a limit in minutes or calendar days has any time.
 */
@ApplicationScoped
class Counting {
    private static final int HUNDRED = 100;

    @Inject
    Calendars calendars;

    Count begin(WorkingTime limit, Instant from, DeadlineTerms terms) {
        Instant due = calendars.after(from, limit, terms.scope());
        Duration whole = between(from, due, limit, terms.scope());
        return new Count(
                from,
                due,
                warning(from, whole, whole, limit, terms.scope(), terms.warnAtPercent(), terms.urgent()),
                whole);
    }

    void pause(Deadline running, String reason, Act act) {
        running.pause(between(act.at(), running.due(), running.limit(), running.scope()), reason, act);
    }

    void resume(Deadline paused, String reason, Act act) {
        Duration left = paused.left().orElse(Duration.ZERO);
        paused.resume(after(act.at(), left, paused), warning(act.at(), left, paused), reason, act);
    }

    /** By the calendar of today, from where it last began to run; what came of it before stays as it is (decision 0015). */
    void recount(Deadline running, String reason, Act act) {
        Instant since = running.runsSince();
        Duration left = running.left().orElse(null);
        Instant due =
                left == null ? calendars.after(since, running.limit(), running.scope()) : after(since, left, running);
        running.recount(due, warning(since, left == null ? running.whole() : left, running), reason, act);
    }

    private Instant warning(Instant from, Duration left, Deadline deadline) {
        return warning(
                from,
                left,
                deadline.whole(),
                deadline.limit(),
                deadline.scope(),
                deadline.warnAtPercent(),
                deadline.isUrgent());
    }

    /** When so much of the whole is used up; at once where it is already. A deadline without time has no warning. */
    private Instant warning(
            Instant from,
            Duration left,
            Duration whole,
            WorkingTime limit,
            Scope scope,
            Integer percent,
            boolean urgent) {
        if (percent == null || whole.isZero()) return null;
        Duration rest = whole.multipliedBy(HUNDRED - percent).dividedBy(HUNDRED);
        Duration until = left.minus(rest);
        Instant at = until.isNegative() ? from : after(from, until, limit, scope);
        return calendars.notBeforeOpen(at, scope, urgent);
    }

    private Instant after(Instant from, Duration time, Deadline deadline) {
        return after(from, time, deadline.limit(), deadline.scope());
    }

    private Instant after(Instant from, Duration time, WorkingTime limit, Scope scope) {
        return isWorked(limit) ? calendars.afterWorking(from, time, scope) : from.plus(time);
    }

    private Duration between(Instant from, Instant to, WorkingTime limit, Scope scope) {
        return isWorked(limit) ? calendars.workingTimeBetween(from, to, scope) : Duration.between(from, to);
    }

    private static boolean isWorked(WorkingTime limit) {
        return switch (limit.unit()) {
            case WORKING_HOURS, WORKING_DAYS -> true;
            case CALENDAR_DAYS, MINUTES -> false;
        };
    }
}
