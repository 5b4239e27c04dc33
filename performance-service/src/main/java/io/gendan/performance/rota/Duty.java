package io.gendan.performance.rota;

/** What people take turns at. */
enum Duty {
    /** Orders of a shop are handed in to whoever is on (004-R21 §1). */
    HAND_IN
}
