package io.gendan.core.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.notice.Notices;
import io.gendan.core.notice.Telling;
import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;
import io.gendan.core.security.Roles;
import io.gendan.core.store.RecordRef;
import io.gendan.core.task.Assignee;
import io.gendan.core.task.Tasks;
import io.gendan.rulebook.RuleVersion;
import io.gendan.rulebook.StaffRules;
import io.gendan.rulebook.StaffRules.Reachability;

/**
 * Who hears of a deadline, and when. A miss climbs the chain of the owner's superiors one by one: who is told has to
 * acknowledge it within the limit of rule {@code reachability}, or the next one above is told (ORG-07, ORG-11). Unless it is
 * urgent, nobody is told at night (ORG-06).
 */
@ApplicationScoped
class Escalation {
    @Inject
    StaffDirectory people;

    @Inject
    Calendars calendars;

    @Inject
    Notices notices;

    @Inject
    Tasks tasks;

    void warn(Deadline running, Act act) {
        running.warn(act);
        var warned = running.owner() == null ? chain(running, act).stream().findFirst() : Optional.of(running.owner());
        warned.ifPresent(person -> tell(person, "deadline-near", running, act));
    }

    /** Those who have to know are told at once, or at the next opening. */
    void miss(Deadline running, Act act) {
        Instant tellAt = calendars.notBeforeOpen(act.at(), running.scope(), running.isUrgent());
        running.miss(tellAt, act);
        if (!tellAt.isAfter(act.at())) tellNext(running, act);
    }

    /** At first the owner and the nearest superior; then, as long as nobody acknowledges it, one after the other. */
    void tellNext(Deadline missed, Act act) {
        RuleVersion<Reachability> reachability = act.rule(StaffRules.REACHABILITY, missed.scope());
        List<String> told = missed.told();
        if (!told.isEmpty()) recordFailure(missed, reachability, act);
        else if (missed.owner() != null) tell(missed.owner(), "deadline-missed", missed, act);
        Optional<String> next = missed.escalates()
                ? chain(missed, act).stream()
                        .filter(person -> !told.contains(person))
                        .findFirst()
                : Optional.empty();
        if (next.isEmpty()) {
            missed.tell(null, null);
            return;
        }
        notices.tell(telling(next.get(), "deadline-escalated", missed, false), act); // the miss itself is acknowledged
        missed.tell(next.get(), missed.waitsForAcknowledgment() ? demand(next.get(), missed, reachability, act) : null);
    }

    /** Those above the owner, nearest first; where nobody owns it, the head of the unit and those above him. */
    List<String> chain(Deadline deadline, Act act) {
        LocalDate today = calendars.dayOf(act.at());
        if (deadline.owner() != null) return names(people.superiorsOf(deadline.owner(), today));
        String unit = deadline.scope().unit();
        var heads = people.holders(unit == null ? Roles.LEAD : Roles.HEAD, unit, today);
        if (heads.isEmpty()) return List.of();
        String head = heads.getFirst().username();
        var chain = new ArrayList<>(List.of(head));
        chain.addAll(names(people.superiorsOf(head, today)));
        return chain;
    }

    void tell(String person, String text, Deadline deadline, Act act) {
        notices.tell(telling(person, text, deadline, deadline.isUrgent()), act);
    }

    private static Telling telling(String person, String text, Deadline deadline, boolean acknowledged) {
        return new Telling(
                person, text, arguments(deadline), deadline.about(), deadline.due(), deadline.isUrgent(), acknowledged);
    }

    /** @return when the next one above is told unless this one has acknowledged it */
    private Instant demand(String person, Deadline missed, RuleVersion<Reachability> reachability, Act act) {
        Instant until = calendars.notBeforeOpen(
                calendars.after(act.at(), reachability.parameters().ack(), missed.scope()),
                missed.scope(),
                missed.isUrgent());
        tasks.open(
                Deadlines.ACKNOWLEDGE,
                new RecordRef(missed.recordType(), missed.id(), missed.about().label()),
                Assignee.person(person),
                until,
                "deadline-missed",
                arguments(missed),
                reachability.key(),
                act);
        return until;
    }

    /** Somebody could not be reached, which is kept for the person responsible (ORG-07). */
    private static void recordFailure(Deadline missed, RuleVersion<Reachability> reachability, Act act) {
        act.find(StaffRules.NOT_REACHED, reachability, missed, Map.of("toldBefore", missed.told()));
    }

    private static Map<String, Object> arguments(Deadline deadline) {
        var arguments = new HashMap<String, Object>();
        arguments.put("what", deadline.code());
        arguments.put("due", deadline.due());
        arguments.put("limit", deadline.limit().toString());
        if (deadline.owner() != null) arguments.put("owner", deadline.owner());
        return arguments;
    }

    private static List<String> names(List<Person> people) {
        return people.stream().map(Person::username).toList();
    }
}
