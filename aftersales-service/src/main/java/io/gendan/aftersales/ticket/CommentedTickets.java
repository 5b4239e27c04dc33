package io.gendan.aftersales.ticket;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.aftersales.Viewer;
import io.gendan.core.comment.CommentedRecord;
import io.gendan.core.store.RecordRef;

/** Tickets are talked about by those of the staff who see them, unlike their log never before the customer. */
@ApplicationScoped
class CommentedTickets implements CommentedRecord {
    @Inject
    Tickets tickets;

    @Inject
    Viewer viewer;

    @Override
    public String recordType() {
        return "ticket";
    }

    @Override
    public Optional<RecordRef> visible(UUID id) {
        return tickets.findByIdOptional(id).filter(viewer::reads).map(ticket -> ticket.ref());
    }
}
