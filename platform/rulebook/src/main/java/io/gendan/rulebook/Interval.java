package io.gendan.rulebook;

/** How often something has to happen at least. */
public record Interval(WorkingTime interval) {

    public Interval {
        Check.positive("interval", interval.amount());
    }
}
