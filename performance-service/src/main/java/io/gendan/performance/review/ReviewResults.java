package io.gendan.performance.review;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.store.Aggregates;
import io.gendan.events.performance.ReviewEvent;

@ApplicationScoped
class ReviewResults extends Aggregates<ReviewResult, ReviewEvent> {
    ReviewResults() {
        super("review-result");
    }

    Optional<ReviewResult> of(UUID review, String username) {
        return find("reviewId = ?1 and username = ?2", review, username).singleResultOptional();
    }

    List<ReviewResult> of(UUID review) {
        return list("reviewId = ?1 order by username", review);
    }

    List<ReviewResult> of(UUID review, Collection<String> usernames) {
        return list("reviewId = ?1 and username in ?2 order by username", review, usernames);
    }
}
