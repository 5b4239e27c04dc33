package io.gendan.rulebook;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Parts in the making of one record that must be played by different people. */
public record Separation(Set<String> parts) {

    public Separation {
        Check.require(parts.size() > 1, "parts", "fewer-than-two");
    }

    /** The parts whose holder also holds another of them; parts without a holder count for nothing. */
    public Set<String> clashes(Map<String, String> holders) {
        return parts.stream()
                .filter(part -> holders.get(part) != null)
                .filter(part -> parts.stream()
                        .anyMatch(other ->
                                !other.equals(part) && holders.get(part).equals(holders.get(other))))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
