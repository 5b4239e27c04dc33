package io.gendan.intake.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.gendan.events.Money;
import io.gendan.events.intake.OrderLine;

/**
 * An order as those see it who may see it.
 *
 * @param split set where it looks like part of an order that was split (INT-17)
 * @param checksum of its content while it waits for approval
 */
record OrderView(
        UUID id,
        int version,
        String number,
        UUID customerId,
        String customerName,
        UUID inquiryId,
        UUID quotationId,
        String profile,
        String unit,
        String orderTaker,
        String merchandiser,
        String status,
        List<OrderLine> lines,
        Money total,
        String deliveryPlace,
        LocalDate deliveryDate,
        String paymentTerms,
        Instant createdAt,
        Evidence evidence,
        String approver,
        FirstCheck firstCheck,
        OrderReview review,
        boolean contractRequired,
        boolean contractEffective,
        String remarks,
        Split split,
        String checksum) {
    /**
     * @param together this order and the others of its customer and order taker within the period of rule
     *     {@code intake.authority.split}
     * @param authority up to which the order taker confirms by himself
     */
    record Split(Money together, Money authority) {}

    /** Without what is thought of it inside the company. */
    OrderView forCustomer() {
        return new OrderView(
                id,
                version,
                number,
                customerId,
                customerName,
                inquiryId,
                quotationId,
                profile,
                unit,
                orderTaker,
                merchandiser,
                status,
                lines,
                total,
                deliveryPlace,
                deliveryDate,
                paymentTerms,
                createdAt,
                evidence,
                approver,
                firstCheck,
                review,
                contractRequired,
                contractEffective,
                remarks,
                null,
                null);
    }
}
