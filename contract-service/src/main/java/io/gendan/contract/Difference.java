package io.gendan.contract;

/** A term in which the contract departs from the confirmed order (CON-03). */
record Difference(String term, String inContract, String inOrder) {}
