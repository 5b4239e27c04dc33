package io.gendan.core.reassignment;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Aggregate;
import io.gendan.rulebook.PeopleRules;
import io.gendan.rulebook.Scope;

/** Who gives away the work of whom: what rule {@code work.reassignment} says, and a ruling on it. */
@ApplicationScoped
class Superiors {
    @Inject
    StaffDirectory people;

    @Inject
    Calendars calendars;

    /**
     * Refuses the person himself, whoever stands in for him, and whoever is not above him.
     *
     * @return the superior in whose place he acts; empty where he does so in his own right
     */
    Optional<String> require(Aggregate subject, Scope scope, String holder, Act act) {
        var day = calendars.today();
        var represented = people.representedBy(act.by(), day);
        var above =
                people.superiorsOf(holder, day).stream().map(Person::username).toList();
        boolean inOwnRight = act.is(Roles.LEAD) || above.contains(act.by());
        Optional<String> standsInFor = inOwnRight
                ? Optional.empty()
                : above.stream().filter(represented::contains).findFirst();
        var inputs = new HashMap<String, Object>(Map.of(
                "by",
                act.by(),
                "person",
                holder,
                "own",
                act.by().equals(holder) || !inOwnRight && represented.contains(holder),
                "superior",
                inOwnRight || standsInFor.isPresent()));
        standsInFor.ifPresent(superior -> inputs.put("standsInFor", superior));
        var rule = act.rule(PeopleRules.REASSIGNMENT, scope);
        act.require(PeopleRules.NOT_OWN_WORK, rule, subject, inputs);
        act.require(PeopleRules.GIVEN_BY_SUPERIOR, rule, subject, inputs);
        return standsInFor;
    }
}
