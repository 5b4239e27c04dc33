package io.gendan.core.approval;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A decision that a person may take: his own, or somebody else's.
 *
 * @param added whether it is one that was asked for in addition to the plan
 */
record Voice(String by, String owner, boolean added) {
    boolean isForAnother() {
        return !by.equals(owner);
    }

    Set<String> people() {
        return new TreeSet<>(List.of(by, owner));
    }

    String forWhom() {
        return isForAnother() ? owner : null;
    }
}
