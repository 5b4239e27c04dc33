package io.gendan.core.comment;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import io.gendan.core.problem.Problem;
import io.gendan.core.store.RecordRef;

/** The records of this service that people may talk about, each to those who may see it. */
@ApplicationScoped
public class CommentedRecords {
    @Inject
    @Any
    Instance<CommentedRecord> kinds;

    /** The record a request names; as if there were none where the caller may not see it. */
    public RecordRef visible(String type, UUID id) {
        return kinds.stream()
                .filter(kind -> kind.recordType().equals(type))
                .findFirst()
                .orElseThrow(() -> Problem.Invalid.field("recordType", "not-one-of", types()))
                .visible(id)
                .orElseThrow(() -> new Problem.NotFound(type, id));
    }

    private String types() {
        return String.join(
                ", ", kinds.stream().map(CommentedRecord::recordType).sorted().toList());
    }
}
