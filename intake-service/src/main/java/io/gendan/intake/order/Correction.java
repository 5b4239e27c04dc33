package io.gendan.intake.order;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A correction after release (INT-20).
 *
 * @param attributedTo the person at fault where that is not the order taker; may be null
 */
record Correction(
        @NotNull Cause cause,
        @Size(max = 64) String attributedTo,
        @NotBlank @Size(max = 2000) String description) {
    enum Cause {
        ORDER_TAKER,
        CUSTOMER,
        OTHER_DEPARTMENT
    }
}
