package io.gendan.aftersales.visit;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.store.Aggregates;
import io.gendan.events.aftersales.VisitEvent;

@ApplicationScoped
class Visits extends Aggregates<Visit, VisitEvent> {
    Visits() {
        super("visit");
    }
}
