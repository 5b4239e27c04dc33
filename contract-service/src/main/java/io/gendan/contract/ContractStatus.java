package io.gendan.contract;

import java.util.EnumSet;
import java.util.Set;

enum ContractStatus {
    DRAFT,
    LEGAL_REVIEW,
    HEAD_SIGNOFF,
    LEAD_SIGNOFF,
    APPROVED,
    SEALED_OURS,
    EFFECTIVE;

    /** Text that is agreed inside the company: from here on the customer sees it. */
    static final Set<ContractStatus> AGREED_INSIDE = Set.of(APPROVED, SEALED_OURS, EFFECTIVE);

    /** The rule {@code contract.signoff} says which of the sign-offs there are, and which comes first. */
    Set<ContractStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(LEGAL_REVIEW);
            case LEGAL_REVIEW -> EnumSet.of(DRAFT, HEAD_SIGNOFF, LEAD_SIGNOFF);
            case HEAD_SIGNOFF -> EnumSet.of(DRAFT, LEAD_SIGNOFF, APPROVED);
            case LEAD_SIGNOFF -> EnumSet.of(DRAFT, HEAD_SIGNOFF, APPROVED);
            case APPROVED -> EnumSet.of(DRAFT, SEALED_OURS);
            case SEALED_OURS -> EnumSet.of(EFFECTIVE);
            case EFFECTIVE -> EnumSet.noneOf(ContractStatus.class);
        };
    }
}
