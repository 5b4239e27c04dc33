package io.gendan.rulebook;

/** How a rule decided one act. */
public enum Outcome {
    ALLOWED,
    REFUSED,
    APPROVAL_REQUIRED,
    DEADLINE_SET,
    MARKED,
    COMPUTED,
    SANCTION_PROPOSED
}
