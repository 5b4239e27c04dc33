package io.gendan.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A contract as those see it who may see it.
 *
 * @param differences from the order as it was confirmed last
 */
record ContractView(
        UUID id,
        int version,
        String number,
        String status,
        UUID orderId,
        UUID customerId,
        String profile,
        String unit,
        String orderTaker,
        String draftedBy,
        Instant draftedAt,
        ContractText text,
        String textChecksum,
        List<Difference> differences,
        Instant legalDue,
        List<Approval> approvals,
        String remarks,
        String authorizedSignatory,
        List<Signature> signatures,
        Instant effectiveAt) {
    /** Without what was said and decided inside the company. */
    ContractView forCustomer() {
        return new ContractView(
                id,
                version,
                number,
                status,
                orderId,
                customerId,
                null,
                null,
                orderTaker,
                null,
                null,
                text,
                textChecksum,
                List.of(),
                null,
                List.of(),
                null,
                null,
                signatures,
                effectiveAt);
    }
}
