package io.gendan.events.performance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.gendan.events.DomainEvent;
import io.gendan.events.Topic;

/** The staff register (ORG-01, ORG-04, ORG-11), keyed by person. */
@Topic("performance.staff")
public sealed interface StaffEvent extends DomainEvent {
    /**
     * The person's present state, complete: the topic is compacted.
     *
     * @param username the person's id in every service
     * @param level {@code L1}, {@code L2}, {@code SUPERVISOR}, {@code HEAD}, {@code LEADER}, or null
     * @param superior user name of the direct superior, or null at the top
     * @param activeUntil last day of duty, or null
     */
    @JsonTypeName("performance.staff.registered.v1")
    record StaffRegistered(
            UUID staffId,
            String username,
            String unit,
            String profile,
            String level,
            String superior,
            Set<String> roles,
            LocalDate activeFrom,
            LocalDate activeUntil,
            Instant occurredAt)
            implements StaffEvent {}

    UUID staffId();

    @Override
    default UUID aggregateId() {
        return staffId();
    }
}
