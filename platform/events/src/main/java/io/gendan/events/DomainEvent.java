package io.gendan.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to an aggregate, told in the past tense. A family of events is one sealed interface per
 * aggregate, annotated with {@link Topic}; a member carries its wire name in
 * {@link com.fasterxml.jackson.annotation.JsonTypeName}, and the version in that name changes when its meaning does.
 */
public interface DomainEvent {
    /** The aggregate that changed: CloudEvents' {@code subject}. */
    UUID aggregateId();

    /** What the topic is keyed by: events with one key keep their order. Order-related events use the order's id. */
    default UUID key() {
        return aggregateId();
    }

    Instant occurredAt();
}
