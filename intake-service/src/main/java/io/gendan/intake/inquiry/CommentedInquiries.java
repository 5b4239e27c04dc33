package io.gendan.intake.inquiry;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.comment.CommentedRecord;
import io.gendan.core.store.RecordRef;
import io.gendan.staff.Viewer;

/** Inquiries are talked about by those of the staff who see them. */
@ApplicationScoped
class CommentedInquiries implements CommentedRecord {
    @Inject
    Inquiries inquiries;

    @Inject
    Viewer viewer;

    @Override
    public String recordType() {
        return "inquiry";
    }

    @Override
    public Optional<RecordRef> visible(UUID id) {
        return inquiries.findByIdOptional(id).filter(viewer::reads).map(inquiry -> inquiry.ref());
    }
}
