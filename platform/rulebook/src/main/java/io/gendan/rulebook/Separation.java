package io.gendan.rulebook;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Parts in the making of one record that must be played by different people. */
public record Separation(Set<String> parts) {

    public Separation {
        Check.require(parts.size() > 1, "parts", "fewer-than-two");
    }

    /** Which of somebody's other parts keep him from this one; what the rule does not name goes with everything. */
    public Set<String> clashes(String part, Collection<String> others) {
        var clashes = new TreeSet<String>();
        if (parts.contains(part)) clashes.addAll(others);
        clashes.retainAll(parts);
        clashes.remove(part);
        return clashes;
    }
}
