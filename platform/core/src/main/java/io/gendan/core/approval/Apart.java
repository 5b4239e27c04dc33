package io.gendan.core.approval;

import java.util.Set;

/**
 * Which parts in the making of a record different people have to play, as a rule says it.
 *
 * @param authors what those are called who wrote the content
 * @param parts none of which somebody plays who plays another
 */
public record Apart(String authors, Set<String> parts) {
    public Apart {
        parts = Set.copyOf(parts);
    }

    boolean keeps(String one, String other) {
        return !one.equals(other) && parts.contains(one) && parts.contains(other);
    }
}
