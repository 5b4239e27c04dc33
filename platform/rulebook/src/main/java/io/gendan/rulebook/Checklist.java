package io.gendan.rulebook;

import java.util.Collection;
import java.util.List;

/** Names of things of which each must be there, answered or confirmed. */
public record Checklist(List<String> items) {

    public Checklist {
        Check.notEmpty("items", items);
    }

    /** The items that are not among those given, in the order of the list. */
    public List<String> missing(Collection<String> given) {
        return items.stream().filter(item -> !given.contains(item)).toList();
    }
}
