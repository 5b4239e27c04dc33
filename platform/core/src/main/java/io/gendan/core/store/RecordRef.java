package io.gendan.core.store;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Points at a record of this service.
 *
 * @param type as {@link Aggregate#recordType()} says it
 * @param label what people call it: its number
 */
@Embeddable
public record RecordRef(
        @Column(name = "record_type") String type,
        @Column(name = "record_id") UUID id,
        @Column(name = "record_label") String label) {}
