package io.gendan.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import io.gendan.core.act.Act;
import io.gendan.core.inbox.Inbox;
import io.gendan.core.people.Person;
import io.gendan.core.people.StoredPeople;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.events.performance.StaffEvent;
import io.gendan.events.performance.StaffEvent.StaffRegistered;
import io.smallrye.common.annotation.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The people of the staff register, as performance publishes them (ORG-04), and what is asked of them here. */
@ApplicationScoped
public class Staff extends StoredPeople {
    @Inject
    EntityManager entities;

    @Inject
    Inbox inbox;

    /** The person, who has to be in the register and on duty. */
    public Person onDuty(String username) {
        return find(username)
                .filter(Person::active)
                .orElseThrow(() -> new Problem.NotAllowed("staff-not-on-duty", Map.of("username", username)));
    }

    /** Whether the register has the person on duty that day. */
    public boolean isOnDuty(String username, LocalDate day) {
        StaffMember member = entities.find(StaffMember.class, username);
        return member != null && member.isOnDuty(day);
    }

    /** The person's right to take orders; he has to be in the register and on duty. */
    public OrderTaker orderTaker(String username) {
        StaffMember member = entities.find(StaffMember.class, username);
        LocalDate today = LocalDate.now(clock);
        if (member == null || !member.isOnDuty(today))
            throw new Problem.NotAllowed("staff-not-on-duty", Map.of("username", username));
        return member.orderTaker(today);
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
        if (act.is(Roles.LEAD) || act.by().equals(of) || isAbove(act.by(), of)) return;
        throw new Problem.NotAllowed("not-a-superior", Map.of("by", act.by(), "person", of));
    }

    /** The same for orders, in all of which whoever leads merchandising in its controlling unit may intervene (ORG-03). */
    public void requireSuperiorOrControl(Act act, String of) {
        if (!isOfControllingUnit(act.by())) requireSuperior(act, of);
    }

    /** Whether the person is in the controlling unit of merchandising, which sees all orders (ORG-03). */
    boolean isOfControllingUnit(String username) {
        return !sql.column(
                        Integer.class,
                        "select 1 from person p join unit u on u.code = p.unit where p.username = ? and u.controlling",
                        username)
                .isEmpty();
    }

    @Incoming("performance-staff")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, StaffEvent.class, this::remember);
    }

    private void remember(StaffEvent event) {
        switch (event) {
            case StaffRegistered registered -> remember(registered);
        }
    }

    private void remember(StaffRegistered registered) {
        var known = entities.find(StaffMember.class, registered.username(), LockModeType.PESSIMISTIC_WRITE);
        if (known == null) entities.persist(new StaffMember(registered));
        else if (known.outdates(registered)) return;
        else known.become(registered);
        rememberSubstitutes(registered);
    }

    private void rememberSubstitutes(StaffRegistered registered) {
        sql.run("delete from substitution where username = ?", registered.username());
        var substitutes =
                registered.substitutes() == null ? List.<StaffEvent.Substitute>of() : registered.substitutes();
        for (var each : substitutes)
            sql.run(
                    "insert into substitution (username, substitute, first_day, last_day) values (?, ?, ?, ?)",
                    registered.username(),
                    each.substitute(),
                    each.firstDay(),
                    each.lastDay());
    }
}
