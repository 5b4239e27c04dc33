package io.gendan.events.fulfillment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.gendan.events.DomainEvent;
import io.gendan.events.Topic;

/** Everything fulfillment says about a plan and its milestones (requirements (c)), keyed by order. */
@Topic("fulfillment.plans")
public sealed interface PlanEvent extends DomainEvent {
    record PlannedMilestone(UUID milestoneId, String name, LocalDate plannedOn, String responsible) {}

    @JsonTypeName("fulfillment.plan.confirmed.v1")
    record PlanConfirmed(
            UUID planId,
            UUID orderId,
            String owner,
            List<PlannedMilestone> milestones,
            String confirmedBy,
            Instant occurredAt)
            implements PlanEvent {}

    /** Somebody else is project owner from now on (ORG-10). */
    @JsonTypeName("fulfillment.plan.owner-changed.v1")
    record PlanOwnerChanged(
            UUID planId, UUID orderId, String former, String owner, String changedBy, Instant occurredAt)
            implements PlanEvent {}

    @JsonTypeName("fulfillment.plan.started.v1")
    record PlanStarted(UUID planId, UUID orderId, String startedBy, Instant occurredAt) implements PlanEvent {}

    /**
     * Progress was due and nobody reported any (FUL-08).
     *
     * @param told who is to see to it: the merchandiser, then his superior; null where there is none
     * @param again whether it has gone on to the superior
     */
    @JsonTypeName("fulfillment.plan.at-risk.v1")
    record PlanAtRisk(UUID planId, UUID orderId, Instant progressDue, String told, boolean again, Instant occurredAt)
            implements PlanEvent {}

    /** The day the customer was promised is over, and the order is still being made. */
    @JsonTypeName("fulfillment.plan.late.v1")
    record PlanLate(UUID planId, UUID orderId, LocalDate promisedOn, String told, Instant occurredAt)
            implements PlanEvent {}

    @JsonTypeName("fulfillment.milestone.overdue.v1")
    record MilestoneOverdue(
            UUID planId,
            UUID orderId,
            UUID milestoneId,
            String name,
            String responsible,
            LocalDate plannedOn,
            Instant occurredAt)
            implements PlanEvent {}

    /** @param daysLate calendar days after the planned date, 0 when in time */
    @JsonTypeName("fulfillment.milestone.reached.v1")
    record MilestoneReached(
            UUID planId,
            UUID orderId,
            UUID milestoneId,
            String name,
            String responsible,
            int daysLate,
            Instant occurredAt)
            implements PlanEvent {}

    @JsonTypeName("fulfillment.inspection.recorded.v1")
    record InspectionRecorded(
            UUID planId, UUID orderId, UUID inspectionId, boolean passed, String inspector, Instant occurredAt)
            implements PlanEvent {}

    @JsonTypeName("fulfillment.plan.produced.v1")
    record PlanProduced(UUID planId, UUID orderId, Instant occurredAt) implements PlanEvent {}

    @JsonTypeName("fulfillment.plan.closed.v1")
    record PlanClosed(UUID planId, UUID orderId, String closedBy, Instant occurredAt) implements PlanEvent {}

    UUID planId();

    UUID orderId();

    @Override
    default UUID aggregateId() {
        return planId();
    }

    @Override
    default UUID key() {
        return orderId();
    }
}
