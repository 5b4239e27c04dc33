package io.gendan.core.audit;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import com.fasterxml.jackson.databind.JsonNode;
import io.gendan.core.store.Json;
import org.hibernate.annotations.Immutable;

/** Who changed what, when, and how it looked before and after (SEC-15). Rows are only ever added. */
@Entity
@Immutable
@Table(name = "audit_entry")
class AuditEntry {
    @Id
    UUID id;

    Instant at;
    String actor;
    String action;

    @Column(name = "record_type")
    String recordType;

    @Column(name = "record_id")
    UUID recordId;

    @Json
    @Column(name = "state_before")
    JsonNode before;

    @Json
    @Column(name = "state_after")
    JsonNode after;

    @Column(name = "correlation_id")
    String correlationId;

    @Column(name = "trace_id")
    String traceId;

    protected AuditEntry() {}
}
