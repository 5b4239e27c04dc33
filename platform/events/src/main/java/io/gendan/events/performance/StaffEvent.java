package io.gendan.events.performance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.gendan.events.DomainEvent;
import io.gendan.events.Topic;

/** The staff register (ORG-01, ORG-04, ORG-11, ORG-12), keyed by person. */
@Topic("performance.staff")
public sealed interface StaffEvent extends DomainEvent {
    /**
     * The person's present state, complete: the topic is compacted. Name, address, limit, induction, substitutes and
     * revision are missing in what earlier releases wrote.
     *
     * @param username the person's id in every service
     * @param name as people call him; null only from an earlier release
     * @param email address at work, or null
     * @param level {@code L1}, {@code L2}, {@code SUPERVISOR}, {@code HEAD}, {@code LEADER}, or null
     * @param superior user name of the direct superior, or null at the top
     * @param activeUntil last day of duty, or null
     * @param personalLimit amount above which he confirms no order, whatever his level allows, or null
     * @param inductedOn day of the induction training, or null (PER-55)
     * @param substitutes who stands in for him and when, past days left out; null only from an earlier release
     * @param revision higher than in all that was told of the person before; null only from an earlier release
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
            Instant occurredAt,
            String name,
            String email,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal personalLimit,
            LocalDate inductedOn,
            List<Substitute> substitutes,
            Integer revision)
            implements StaffEvent {
        @JsonCreator
        public StaffRegistered {}

        /** As earlier releases told it. */
        public StaffRegistered(
                UUID staffId,
                String username,
                String unit,
                String profile,
                String level,
                String superior,
                Set<String> roles,
                LocalDate activeFrom,
                LocalDate activeUntil,
                Instant occurredAt) {
            this(
                    staffId,
                    username,
                    unit,
                    profile,
                    level,
                    superior,
                    roles,
                    activeFrom,
                    activeUntil,
                    occurredAt,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /**
     * Who decides for the person from one day to another, both included (ORG-12).
     *
     * @param substitute user name
     */
    record Substitute(String substitute, LocalDate firstDay, LocalDate lastDay) {}

    UUID staffId();

    @Override
    default UUID aggregateId() {
        return staffId();
    }
}
