package io.gendan.rulebook;

/** What a rule does to the act it is asked about. */
public enum Effect {
    REFUSE,
    REQUIRE_APPROVAL,
    SET_DEADLINE,
    MARK,
    QUEUE,
    PROPOSE_SANCTION,
    COMPUTE
}
