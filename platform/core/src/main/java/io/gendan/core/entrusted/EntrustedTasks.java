package io.gendan.core.entrusted;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.store.Aggregates;
import io.gendan.events.DomainEvent;

@ApplicationScoped
class EntrustedTasks extends Aggregates<EntrustedTask, DomainEvent> {
    EntrustedTasks() {
        super("entrusted-task");
    }
}
