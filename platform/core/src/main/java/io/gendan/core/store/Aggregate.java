package io.gendan.core.store;

import java.util.UUID;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

/** The root of a record that changes as one. Its version decides lost races and answers {@code If-Match}. */
@MappedSuperclass
public abstract class Aggregate {
    @Id
    private UUID id;

    @Version
    private int version;

    protected Aggregate() {}

    protected Aggregate(UUID id) {
        this.id = id;
    }

    public UUID id() {
        return id;
    }

    public int version() {
        return version;
    }

    /** Points at this record. */
    public RecordRef ref(String label) {
        return new RecordRef(recordType(), id, label);
    }

    /** The kind of record, as problems, audit and rulings call it: {@code order}, {@code quotation}. */
    public abstract String recordType();
}
