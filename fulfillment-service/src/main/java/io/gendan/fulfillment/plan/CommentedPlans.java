package io.gendan.fulfillment.plan;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.comment.CommentedRecord;
import io.gendan.core.store.RecordRef;
import io.gendan.staff.Viewer;

/** Plans are talked about by those of the staff who see them. */
@ApplicationScoped
class CommentedPlans implements CommentedRecord {
    @Inject
    Plans plans;

    @Inject
    Viewer viewer;

    @Override
    public String recordType() {
        return "plan";
    }

    @Override
    public Optional<RecordRef> visible(UUID id) {
        return plans.findByIdOptional(id).filter(viewer::reads).map(plan -> plan.ref(plan.orderNumber()));
    }
}
