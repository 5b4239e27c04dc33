package io.gendan.intake.quotation;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.comment.CommentedRecord;
import io.gendan.core.store.RecordRef;
import io.gendan.staff.Viewer;

/** Quotations are talked about by those of the staff who see them. */
@ApplicationScoped
class CommentedQuotations implements CommentedRecord {
    @Inject
    Quotations quotations;

    @Inject
    Viewer viewer;

    @Override
    public String recordType() {
        return "quotation";
    }

    @Override
    public Optional<RecordRef> visible(UUID id) {
        return quotations
                .findByIdOptional(id)
                .filter(viewer::reads)
                .map(quotation -> quotation.ref(quotation.view(false).number()));
    }
}
