package io.gendan.intake.order;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.comment.CommentedRecord;
import io.gendan.core.store.RecordRef;
import io.gendan.staff.Viewer;

/** Orders are talked about by those of the staff who see them. */
@ApplicationScoped
class CommentedOrders implements CommentedRecord {
    @Inject
    Orders orders;

    @Inject
    Viewer viewer;

    @Override
    public String recordType() {
        return "order";
    }

    @Override
    public Optional<RecordRef> visible(UUID id) {
        return orders.findByIdOptional(id).filter(viewer::reads).map(Order::ref);
    }
}
