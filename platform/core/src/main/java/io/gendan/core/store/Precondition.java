package io.gendan.core.store;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.gendan.core.problem.Problem;

/** What the caller last saw of the record it changes: the version in {@code If-Match}, when it sent one. */
@RequestScoped
public class Precondition {
    private Integer expected;
    private UUID checked;

    public void expect(int version) {
        expected = version;
    }

    /** Holds for the first record an act changes, which is the one the request names. */
    void check(Aggregate aggregate) {
        if (expected == null || (checked != null && !checked.equals(aggregate.id()))) return;
        if (checked == null && aggregate.version() != expected)
            throw new Problem.ChangedMeanwhile(aggregate.recordType(), aggregate.id());
        checked = aggregate.id();
    }
}
