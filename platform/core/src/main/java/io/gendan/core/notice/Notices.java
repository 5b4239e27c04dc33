package io.gendan.core.notice;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.store.Aggregates;
import io.gendan.events.DomainEvent;

/** What people are told, kept as evidence (INF-14). */
@ApplicationScoped
public class Notices extends Aggregates<Notice, DomainEvent> {
    @Inject
    Clock clock;

    Notices() {
        super("notice");
    }

    /** In the transaction of the act that gives rise to it; what is mailed goes out after it was committed. */
    public void tell(Telling telling, Act act) {
        add(new Notice(telling, clock.getZone(), act), act);
    }
}
