package io.gendan.contract;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A signature under the contract (CON-11).
 *
 * @param capacity in which the signatory signs, for example legal representative
 * @param evidence where the signed copy is, or how it was given
 * @param sealed whether the customer's seal is beside it; our own seals are in the seal register
 */
record Signature(
        Side side,
        String signatory,
        String capacity,
        LocalDate signedOn,
        String evidence,
        boolean sealed,
        String recordedBy,
        Instant recordedAt) {
    enum Side {
        OURS,
        CUSTOMER
    }
}
