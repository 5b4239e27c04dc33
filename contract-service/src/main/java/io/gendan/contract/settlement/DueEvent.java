package io.gendan.contract.settlement;

/** What makes an instalment fall due (SET-01). */
enum DueEvent {
    DATE,
    SIGNING,
    DELIVERY,
    ACCEPTANCE
}
