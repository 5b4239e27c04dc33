package io.gendan.aftersales.visit;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.aftersales.Viewer;
import io.gendan.core.comment.CommentedRecord;
import io.gendan.core.store.RecordRef;

/** Visits are talked about by those of the staff who see them. */
@ApplicationScoped
class CommentedVisits implements CommentedRecord {
    @Inject
    Visits visits;

    @Inject
    Viewer viewer;

    @Override
    public String recordType() {
        return "visit";
    }

    @Override
    public Optional<RecordRef> visible(UUID id) {
        return visits.findByIdOptional(id).filter(viewer::reads).map(Visit::ref);
    }
}
