package io.gendan.events.performance;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.gendan.events.DomainEvent;
import io.gendan.events.Topic;

/** Review cycles (requirements (c), Review cycle), keyed by cycle. Scores of persons stay out of it (SEC-22). */
@Topic(value = "performance.reviews", classification = "confidential")
public sealed interface ReviewEvent extends DomainEvent {
    @JsonTypeName("performance.review.opened.v1")
    record ReviewOpened(UUID reviewId, String period, String unit, String openedBy, Instant occurredAt)
            implements ReviewEvent {}

    @JsonTypeName("performance.review.published.v1")
    record ReviewPublished(
            UUID reviewId, String period, String unit, int people, String publishedBy, Instant occurredAt)
            implements ReviewEvent {}

    UUID reviewId();

    @Override
    default UUID aggregateId() {
        return reviewId();
    }
}
