package io.gendan.intake.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.gendan.events.Money;
import io.gendan.events.intake.OrderLine;

/** An order as those see it who may see it. */
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
        String remarks) {}
