package io.gendan.staff;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.gendan.core.act.Act;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.inbox.Inbox;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Sql;
import io.gendan.events.performance.StaffEvent;
import io.smallrye.common.annotation.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The people of the staff register, as performance publishes them (ORG-04). */
@ApplicationScoped
public class Staff {
    /**
     * A person on a given day.
     *
     * @param profile business profile of the unit
     * @param level decides the authority to take orders (INT-17); null for none
     */
    public record Person(
            String username,
            String unit,
            String profile,
            String level,
            String superior,
            Set<String> roles,
            boolean active) {}

    @Inject
    EntityManager entities;

    @Inject
    Sql sql;

    @Inject
    Inbox inbox;

    @Inject
    Calendars calendars;

    public Optional<Person> find(String username) {
        return Optional.ofNullable(entities.find(StaffMember.class, username))
                .map(member -> member.on(calendars.today()));
    }

    /** The person, who has to be in the register and on duty. */
    public Person onDuty(String username) {
        return find(username)
                .filter(Person::active)
                .orElseThrow(() -> new Problem.NotAllowed("staff-not-on-duty", Map.of("username", username)));
    }

    /** A person a request names, who has to be in the register and on duty. */
    public Person requireActive(String username, String field) {
        return find(username).filter(Person::active).orElseThrow(() -> Problem.Invalid.field(field, "does-not-exist"));
    }

    /** The same, and he has to have the role the request gives him a part in. */
    public void requireRole(String username, String role, String field) {
        if (!requireActive(username, field).roles().contains(role))
            throw Problem.Invalid.field(field, "lacks-role", role);
    }

    /**
     * Turns away whoever is neither a leader of the company nor a superior, however far above, of this person. The person
     * himself passes: whether somebody may decide on his own work is for the rules on separation, which name a clause.
     */
    public void requireSuperior(Act act, String of) {
        if (act.is(Roles.LEAD) || act.by().equals(of)) return;
        boolean above = !sql.column(Integer.class, IS_ABOVE, of, act.by()).isEmpty();
        if (!above) throw new Problem.NotAllowed("not-a-superior", Map.of("by", act.by(), "person", of));
    }

    @Incoming("performance-staff")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, StaffEvent.class, this::remember);
    }

    private void remember(StaffEvent event) {
        switch (event) {
            case StaffEvent.StaffRegistered registered -> {
                StaffMember known = entities.find(StaffMember.class, registered.username());
                if (known == null) entities.persist(new StaffMember(registered));
                else known.become(registered);
            }
        }
    }

    private static final String IS_ABOVE = """
            with recursive chain (username) as (
                select superior from staff_member where username = ?
                union
                select s.superior from staff_member s join chain c on s.username = c.username)
            select 1 from chain where username = ?""";
}
