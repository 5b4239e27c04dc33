package io.gendan.core.reassignment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.approval.Approvals;
import io.gendan.core.comment.Comments;
import io.gendan.core.deadline.Deadlines;
import io.gendan.core.notice.Notices;
import io.gendan.core.notice.Telling;
import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Aggregates;
import io.gendan.core.store.RecordRef;
import io.gendan.core.task.Tasks;
import io.gendan.events.DomainEvent;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

/**
 * Work that goes from one person to another (ORG-10): with the record go the tasks, running deadlines and open questions that
 * wait for the former one on it. All of it joins the transaction of the act.
 */
@ApplicationScoped
public class Reassignments extends Aggregates<Reassignment, DomainEvent> {
    @Inject
    Superiors superiors;

    @Inject
    StaffDirectory people;

    @Inject
    Tasks tasks;

    @Inject
    Deadlines deadlines;

    @Inject
    Comments comments;

    @Inject
    Notices notices;

    Reassignments() {
        super("reassignment");
    }

    /**
     * What waits for one person on these records waits for another from now on; no due time changes. What has run out
     * unnoticed is missed by the one who had to keep it. Decisions stay with whom their approval asks.
     */
    @Transactional(MANDATORY)
    public MovedAlong moveAlong(Collection<UUID> records, String former, String successor, Act act) {
        MovedAlong all = MovedAlong.NOTHING;
        for (UUID record : records)
            all = all.and(new MovedAlong(
                    tasks.handOver(record, kind -> !Approvals.isOnDecision(kind), former, successor, act),
                    deadlines.handOverAll(record, code -> !Approvals.isOnDecision(code), former, successor, act),
                    comments.handOver(record, former, successor, act)));
        return all;
    }

    <A extends Aggregate> void reassign(Responsibility<A> part, A record, Reassign request, Act act) {
        RecordRef about = part.ref(record);
        String holder = part.holder(record);
        if (holder == null)
            throw new Problem.Unprocessable("nobody-in-charge", Map.of("record", about.label(), "part", part.part()));
        Optional<String> standsInFor = superiors.require(record, part.scope(record), holder, act);
        if (request.from() != null && !request.from().equals(holder))
            throw new Problem.Conflict(
                    "another-in-charge", Map.of("record", about.label(), "part", part.part(), "person", holder));
        requireSuitable(request.to(), holder, part.roles(record));
        var succession = new Succession(holder, request.to(), request.reason());
        part.hand(record, succession, act);
        var along = new ArrayList<>(part.bringAlong(record, succession, act));
        along.add(record.id());
        MovedAlong moved = moveAlong(along, holder, request.to(), act);
        add(new Reassignment(part.part(), about, succession, standsInFor.orElse(null), moved, act), act);
        tell(succession.successor(), "work-given", about, part.part(), succession, act);
        tell(succession.former(), "work-taken", about, part.part(), succession, act);
    }

    private void requireSuitable(String username, String holder, Set<String> roles) {
        Person successor = people.find(username).orElseThrow(() -> Problem.Invalid.field("to", "does-not-exist"));
        if (!successor.active()) throw Problem.Invalid.field("to", "off-duty");
        if (username.equals(holder)) throw Problem.Invalid.field("to", "in-charge-already");
        if (Collections.disjoint(successor.roles(), roles))
            throw Problem.Invalid.field("to", "lacks-role", new TreeSet<>(roles));
    }

    private void tell(String person, String text, RecordRef about, String part, Succession succession, Act act) {
        if (person.equals(act.by())) return;
        var arguments = Map.of(
                "part", part,
                "former", succession.former(),
                "successor", succession.successor(),
                "reason", succession.reason());
        notices.tell(new Telling(person, text, arguments, about, null, false), act);
    }
}
