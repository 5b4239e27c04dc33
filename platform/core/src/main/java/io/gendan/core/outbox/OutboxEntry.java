package io.gendan.core.outbox;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** An event that was decided and not yet published. The database numbers the rows ({@code seq}) in writing order. */
@Entity
@Immutable
@Table(name = "outbox_event")
class OutboxEntry {
    @Id
    UUID id;

    short bucket;
    String topic;

    @Column(name = "event_key")
    UUID key;

    UUID subject;
    String type;
    String classification;

    @Column(name = "occurred_at")
    Instant occurredAt;

    String traceparent;

    @Column(name = "correlation_id")
    String correlationId;

    String body;

    protected OutboxEntry() {}
}
