package io.gendan.rulebook;

/** How often something has to happen at least. */
public record Interval(WorkingTime interval) implements Span {

    public Interval {
        Check.positive("interval", interval.amount());
    }

    @Override
    public WorkingTime time() {
        return interval;
    }
}
