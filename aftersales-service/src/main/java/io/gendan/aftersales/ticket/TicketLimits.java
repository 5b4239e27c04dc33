package io.gendan.aftersales.ticket;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.deadline.DeadlineTerms;
import io.gendan.core.deadline.Deadlines;
import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;
import io.gendan.core.security.Roles;
import io.gendan.rulebook.AftersalesRules;
import io.gendan.rulebook.AftersalesRules.Urgency;
import io.gendan.rulebook.Limit;
import io.gendan.rulebook.Rule;
import io.gendan.rulebook.Scope;

/**
 * By when a customer is answered, his matter is settled and a department has looked into it. Limits follow from the order's
 * profile and unit; they are counted on the calendar of the unit that has to keep them (ORG-05).
 */
@ApplicationScoped
class TicketLimits {
    @Inject
    Deadlines deadlines;

    @Inject
    StaffDirectory people;

    @Inject
    Calendars calendars;

    /** Who opens it answers it, if he may. */
    static String inCharge(Act act) {
        return mayAnswer(act) ? act.by() : null;
    }

    /** @return when the customer is to be answered (AFT-04, AFT-27) */
    Instant begin(Ticket ticket, Act act) {
        String owner = inCharge(act);
        var response = ticket.kind() == TicketKind.COMPLAINT
                ? AftersalesRules.COMPLAINT_ACK
                : AftersalesRules.firstResponse(ticket.urgency());
        var due = start(ticket, Ticket.RESPONSE, response, owner, act.at(), act);
        resolve(ticket, owner, act.at(), act);
        return due;
    }

    /** @param from the opening, or when the customer was not satisfied (AFT-06) */
    void resolve(Ticket ticket, String owner, Instant from, Act act) {
        start(ticket, Ticket.RESOLUTION, AftersalesRules.resolution(ticket.urgency()), owner, from, act);
    }

    /**
     * Where nobody handles it, the head of the department answers, and is urged and told (AFT-28).
     *
     * @param department a unit's code; one that is no unit's is the after-sales office's to urge
     * @param handler null where the department itself has to answer
     */
    void atDepartment(Ticket ticket, String department, String handler, Act act) {
        var unit = handler == null ? people.profileOf(department) : Optional.<String>empty();
        Scope keeps = unit.map(profile -> Scope.of(profile, department)).orElseGet(() -> office(ticket, handler, act));
        start(ticket, Ticket.DEPARTMENT, AftersalesRules.COMPLAINT_DEPARTMENT, handler, keeps, act.at(), act);
    }

    private Instant start(Ticket ticket, String code, Rule<Limit> rule, String owner, Instant from, Act act) {
        return start(ticket, code, rule, owner, office(ticket, owner, act), from, act);
    }

    private Instant start(
            Ticket ticket, String code, Rule<Limit> rule, String owner, Scope keeps, Instant from, Act act) {
        int warning = act.rule(AftersalesRules.WARNING, ticket.scope())
                .parameters()
                .percent()
                .intValue();
        boolean urgent = ticket.urgency() == Urgency.URGENT;
        var terms = new DeadlineTerms(ticket.ref(), code, owner, keeps, urgent, warning, true);
        return deadlines.start(terms, act.rule(rule, ticket.scope()), from, act);
    }

    /** The unit of whoever has to keep the limit; where that is nobody yet, that of those who serve the order's customers. */
    private Scope office(Ticket ticket, String owner, Act act) {
        Optional<Person> keeps = owner == null
                ? people.holders(Roles.ASREP, ticket.scope().unit(), calendars.dayOf(act.at())).stream()
                        .findFirst()
                : people.find(owner);
        return keeps.map(person -> Scope.of(person.profile(), person.unit())).orElse(ticket.scope());
    }

    private static boolean mayAnswer(Act act) {
        return act.is(Roles.ASREP) || act.is(Roles.CS) || act.is(Roles.MERCH);
    }
}
