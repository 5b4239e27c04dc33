package io.gendan.core.comment;

import java.util.Optional;
import java.util.UUID;

import io.gendan.core.store.RecordRef;

/** CDI beans of this type open a kind of record to comments, questions and entrusted tasks (INF-03). */
public interface CommentedRecord {
    /** As {@link io.gendan.core.store.Aggregate#recordType()} says it. */
    String recordType();

    /** The record, if there is one and the caller may see it. */
    Optional<RecordRef> visible(UUID id);
}
