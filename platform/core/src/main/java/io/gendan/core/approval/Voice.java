package io.gendan.core.approval;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A decision that a person may take: his own, or somebody else's. */
record Voice(String by, String owner) {
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
