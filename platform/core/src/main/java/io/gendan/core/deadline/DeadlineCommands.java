package io.gendan.core.deadline;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.people.StaffDirectory;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.core.task.Assignee;
import io.gendan.core.task.Tasks;

/** What people do with deadlines directly, and not by an act on the record. */
@ApplicationScoped
@Transactional
class DeadlineCommands {
    @Inject
    Deadlines deadlines;

    @Inject
    DeadlineSight sight;

    @Inject
    StaffDirectory people;

    @Inject
    Calendars calendars;

    @Inject
    Counting counting;

    @Inject
    Escalation escalation;

    @Inject
    Tasks tasks;

    @Inject
    Acts acts;

    Deadline pause(UUID id, String reason) {
        var act = acts.ofCaller();
        requireSuperior(known(id), act);
        return deadlines.adjust(id, act, "deadline.paused", running -> counting.pause(running, reason, act));
    }

    Deadline resume(UUID id, String reason) {
        var act = acts.ofCaller();
        requireSuperior(known(id), act);
        return deadlines.adjust(id, act, "deadline.resumed", paused -> counting.resume(paused, reason, act));
    }

    Deadline recount(UUID id, String reason) {
        var act = acts.ofCaller();
        requireSuperior(known(id), act);
        return deadlines.adjust(id, act, "deadline.recounted", running -> counting.recount(running, reason, act));
    }

    Deadline report(UUID id, String text) {
        var act = acts.ofCaller();
        known(id);
        return deadlines.adjust(id, act, "deadline.reported", deadline -> {
            deadline.report(text, act);
            escalation.chain(deadline, act).stream()
                    .findFirst()
                    .ifPresent(superior -> escalation.tell(superior, "deadline-support", deadline, act));
        });
    }

    Deadline acknowledge(UUID id, String remark) {
        var act = acts.ofCaller();
        known(id);
        Set<String> represented = people.representedBy(act.by(), calendars.dayOf(act.at()));
        Deadline acknowledged = deadlines.adjust(
                id, act, "deadline.acknowledged", missed -> missed.acknowledge(represented, remark, act));
        String instead = acknowledged.view().acknowledgedFor();
        tasks.done(Deadlines.ACKNOWLEDGE, id, Assignee.person(instead == null ? act.by() : instead), act);
        tasks.withdraw(Deadlines.ACKNOWLEDGE, id, act);
        return acknowledged;
    }

    /** Whoever may not know of it hears that there is none, whatever he wanted to do with it. */
    private Deadline known(UUID id) {
        return sight.mayKnow(deadlines.get(id));
    }

    private void requireSuperior(Deadline deadline, Act act) {
        if (act.is(Roles.LEAD) || escalation.chain(deadline, act).contains(act.by())) return;
        throw new Problem.NotAllowed(
                "not-a-superior", Map.of("by", act.by(), "person", String.valueOf(deadline.owner())));
    }
}
