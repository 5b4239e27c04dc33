package io.gendan.contract;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.comment.CommentedRecord;
import io.gendan.core.store.RecordRef;

/** Contracts are talked about by those of the staff who see them. */
@ApplicationScoped
class CommentedContracts implements CommentedRecord {
    @Inject
    Contracts contracts;

    @Inject
    Viewer viewer;

    @Override
    public String recordType() {
        return "contract";
    }

    @Override
    public Optional<RecordRef> visible(UUID id) {
        return contracts.findByIdOptional(id).filter(viewer::reads).map(contract -> contract.ref(contract.number()));
    }
}
