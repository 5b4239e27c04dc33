package io.gendan.fulfillment.staff;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.gendan.core.inbox.Inbox;
import io.gendan.core.problem.Problem;
import io.gendan.core.time.Deadlines;
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
    public record Person(String username, String unit, String profile, String level, String superior, boolean active) {}

    @Inject
    EntityManager entities;

    @Inject
    Inbox inbox;

    @Inject
    Deadlines deadlines;

    public Optional<Person> find(String username) {
        return Optional.ofNullable(entities.find(StaffMember.class, username))
                .map(member -> member.on(deadlines.today()));
    }

    /** The person, who has to be in the register and on duty. */
    public Person onDuty(String username) {
        return find(username)
                .filter(Person::active)
                .orElseThrow(() -> new Problem.NotAllowed("staff-not-on-duty", Map.of("username", username)));
    }

    /** A person a request names, who has to be in the register and on duty. */
    public void requireActive(String username, String field) {
        if (find(username).filter(Person::active).isEmpty()) throw Problem.Invalid.field(field, "does-not-exist");
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
}
