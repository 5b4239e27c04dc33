package io.gendan.fulfillment.shipment;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.comment.CommentedRecord;
import io.gendan.core.store.RecordRef;
import io.gendan.staff.Viewer;

/** Shipments are talked about by those of the staff who see them. */
@ApplicationScoped
class CommentedShipments implements CommentedRecord {
    @Inject
    Shipments shipments;

    @Inject
    Viewer viewer;

    @Override
    public String recordType() {
        return "shipment";
    }

    @Override
    public Optional<RecordRef> visible(UUID id) {
        return shipments
                .findByIdOptional(id)
                .filter(viewer::reads)
                .map(shipment -> shipment.ref(shipment.view().number()));
    }
}
