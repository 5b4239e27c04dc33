package io.gendan.events.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.gendan.events.DomainEvent;
import io.gendan.events.Money;
import io.gendan.events.Topic;

/** Everything intake says about an order (requirements (c), Order), on topic {@code intake.orders}, keyed by order. */
@Topic(value = "intake.orders", classification = "confidential")
public sealed interface OrderEvent extends DomainEvent {
    /** Confirmation beyond the order taker's authority was approved (INT-18). */
    @JsonTypeName("intake.order.approved.v1")
    record OrderApproved(UUID orderId, String approvedBy, Instant occurredAt) implements OrderEvent {}

    /**
     * The order stands: contract drafts from it, performance counts it (PER-01).
     *
     * @param orderTaker who answers for it (INT-20)
     * @param unit the order taker's unit
     * @param contractRequired whether release waits for an effective contract (CON-13)
     */
    @JsonTypeName("intake.order.confirmed.v1")
    record OrderConfirmed(
            UUID orderId,
            String number,
            UUID customerId,
            UUID inquiryId,
            UUID quotationId,
            String profile,
            String unit,
            String orderTaker,
            List<OrderLine> lines,
            Money total,
            String deliveryPlace,
            LocalDate deliveryDate,
            String paymentTerms,
            boolean contractRequired,
            Instant occurredAt)
            implements OrderEvent {}

    @JsonTypeName("intake.order.handed-over.v1")
    record OrderHandedOver(UUID orderId, String merchandiser, Instant occurredAt) implements OrderEvent {}

    @JsonTypeName("intake.order.returned.v1")
    record OrderReturned(UUID orderId, String merchandiser, String remarks, Instant occurredAt) implements OrderEvent {}

    @JsonTypeName("intake.order.rejected.v1")
    record OrderRejected(UUID orderId, String merchandiser, String reason, Instant occurredAt) implements OrderEvent {}

    /** @param failedCriteria criteria of rule {@code intake.order-review.criteria} that did not pass (QUO-06) */
    @JsonTypeName("intake.order.review-failed.v1")
    record OrderReviewFailed(UUID orderId, List<String> failedCriteria, String reviewedBy, Instant occurredAt)
            implements OrderEvent {}

    /** To be carried out: complete, reviewed and, where demanded, under an effective contract (INT-46). */
    @JsonTypeName("intake.order.released.v1")
    record OrderReleased(
            UUID orderId,
            String number,
            UUID customerId,
            String profile,
            String unit,
            String orderTaker,
            String merchandiser,
            List<OrderLine> lines,
            Money total,
            String deliveryPlace,
            LocalDate deliveryDate,
            Instant occurredAt)
            implements OrderEvent {}

    /** @param cause whose error it was: {@code ORDER_TAKER}, {@code CUSTOMER} or {@code OTHER_DEPARTMENT} (INT-20) */
    @JsonTypeName("intake.order.corrected.v1")
    record OrderCorrected(
            UUID orderId, String cause, String attributedTo, String description, String correctedBy, Instant occurredAt)
            implements OrderEvent {}

    /** Somebody else answers for the order from now on (ORG-10); what happened before counts for the former one. */
    @JsonTypeName("intake.order.order-taker-changed.v1")
    record OrderTakerChanged(UUID orderId, String former, String orderTaker, String changedBy, Instant occurredAt)
            implements OrderEvent {}

    /** Somebody else follows the order from now on (ORG-10), who need not confirm receipt anew. */
    @JsonTypeName("intake.order.merchandiser-changed.v1")
    record MerchandiserChanged(UUID orderId, String former, String merchandiser, String changedBy, Instant occurredAt)
            implements OrderEvent {}

    @JsonTypeName("intake.order.canceled.v1")
    record OrderCanceled(UUID orderId, String reason, String canceledBy, Instant occurredAt) implements OrderEvent {}

    /** Accepted by the customer and settled in full. */
    @JsonTypeName("intake.order.completed.v1")
    record OrderCompleted(
            UUID orderId,
            String number,
            UUID customerId,
            String profile,
            String unit,
            String orderTaker,
            String merchandiser,
            Instant occurredAt)
            implements OrderEvent {}

    UUID orderId();

    @Override
    default UUID aggregateId() {
        return orderId();
    }
}
