package io.gendan.fulfillment.acceptance;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.comment.CommentedRecord;
import io.gendan.core.store.RecordRef;
import io.gendan.staff.Viewer;

/** Acceptances are talked about by those of the staff who see them. */
@ApplicationScoped
class CommentedAcceptances implements CommentedRecord {
    @Inject
    Acceptances acceptances;

    @Inject
    Viewer viewer;

    @Override
    public String recordType() {
        return "acceptance";
    }

    @Override
    public Optional<RecordRef> visible(UUID id) {
        return acceptances.findByIdOptional(id).filter(viewer::reads).map(acceptance -> acceptance.ref());
    }
}
