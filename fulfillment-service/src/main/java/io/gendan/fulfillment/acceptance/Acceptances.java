package io.gendan.fulfillment.acceptance;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.store.Aggregates;
import io.gendan.events.fulfillment.AcceptanceEvent;

@ApplicationScoped
class Acceptances extends Aggregates<Acceptance, AcceptanceEvent> {
    Acceptances() {
        super("acceptance");
    }
}
