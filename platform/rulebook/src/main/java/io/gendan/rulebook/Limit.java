package io.gendan.rulebook;

/** How long something may take. */
public record Limit(WorkingTime limit) implements Span {
    @Override
    public WorkingTime time() {
        return limit;
    }
}
