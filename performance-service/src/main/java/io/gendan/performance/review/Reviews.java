package io.gendan.performance.review;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.store.Aggregates;
import io.gendan.events.performance.ReviewEvent;

@ApplicationScoped
class Reviews extends Aggregates<Review, ReviewEvent> {
    Reviews() {
        super("review");
    }

    /** Whether there is a review of the whole period already; any number may have looked at a part of it. */
    boolean hasWhole(String period, String unit) {
        return count("period = ?1 and unit = ?2 and dataUntil = periodEnds", period, unit) > 0;
    }
}
