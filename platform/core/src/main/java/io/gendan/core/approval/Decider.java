package io.gendan.core.approval;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who decides, and whose decision it is: his own, or that of one for whom he stands in as substitute, as delegate, or as
 * superior after the limit (ORG-12).
 *
 * @param roles of the one whose decision it is
 */
public record Decider(String by, String owner, Set<String> roles) {
    public Decider {
        roles = Set.copyOf(roles);
    }

    /** Everybody whose part in the record matters. */
    public Set<String> people() {
        return new TreeSet<>(List.of(by, owner));
    }
}
