package io.gendan.performance.review;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.comment.CommentedRecord;
import io.gendan.core.store.RecordRef;

/** Reviews are talked about by those who see a result in them. */
@ApplicationScoped
class CommentedReviews implements CommentedRecord {
    @Inject
    ReviewReader reader;

    @Override
    public String recordType() {
        return "review";
    }

    @Override
    public Optional<RecordRef> visible(UUID id) {
        var review = reader.read(id);
        return Optional.of(new RecordRef(recordType(), id, review.unit() + " " + review.period()));
    }
}
