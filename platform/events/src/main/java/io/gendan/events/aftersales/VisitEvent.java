package io.gendan.events.aftersales;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.gendan.events.DomainEvent;
import io.gendan.events.Topic;

/** Everything aftersales says about follow-up visits (requirements (c), Follow-up visit), keyed by order. */
@Topic("aftersales.visits")
public sealed interface VisitEvent extends DomainEvent {
    @JsonTypeName("aftersales.visit.due.v1")
    record VisitDue(UUID visitId, UUID orderId, LocalDate dueOn, Instant occurredAt) implements VisitEvent {}

    /**
     * @param rating satisfaction from 1 to 5, counted for order taker and merchandiser (PER-03)
     * @param inTime whether it took place by its due date
     */
    @JsonTypeName("aftersales.visit.done.v1")
    record VisitDone(
            UUID visitId,
            UUID orderId,
            int rating,
            String orderTaker,
            String merchandiser,
            String visitedBy,
            boolean inTime,
            Instant occurredAt)
            implements VisitEvent {}

    UUID visitId();

    UUID orderId();

    @Override
    default UUID aggregateId() {
        return visitId();
    }

    @Override
    default UUID key() {
        return orderId();
    }
}
