package io.gendan.events.performance;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.gendan.events.DomainEvent;
import io.gendan.events.Topic;

/** The units of the company as a tree (ORG-02, ORG-03, ORG-16), keyed by unit. */
@Topic("performance.units")
public sealed interface UnitEvent extends DomainEvent {
    /**
     * The unit's present state, complete: the topic is compacted.
     *
     * @param code the unit's id in every service
     * @param parent code of the unit above, or null at the top
     * @param kind {@code COMPANY}, {@code DEPARTMENT}, {@code GROUP}, {@code SHOP}
     * @param profile business profile
     * @param head user name of the head of a department, the supervisor of a group, the manager of a shop, or null
     * @param controlling whether it is the controlling unit of merchandising (ORG-03)
     * @param merchandiser of a shop: user name of the merchandiser assigned to it, or null
     * @param revision higher than in all that was told of the unit before; null only from an earlier release
     */
    @JsonTypeName("performance.unit.registered.v1")
    record UnitRegistered(
            UUID unitId,
            String code,
            String name,
            String nameEn,
            String parent,
            String kind,
            String profile,
            String head,
            boolean controlling,
            String merchandiser,
            Instant occurredAt,
            Integer revision)
            implements UnitEvent {}

    UUID unitId();

    @Override
    default UUID aggregateId() {
        return unitId();
    }
}
