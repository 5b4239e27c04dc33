package io.gendan.core.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.store.Sql;
import io.quarkus.scheduler.Scheduled;

/** Forgets what no repeat can refer to any more. Replicas may do it at once: each deletes what the others left. */
@ApplicationScoped
class Housekeeping {
    @Inject
    Sql sql;

    @Scheduled(every = "PT10M", delayed = "PT1M")
    @Transactional
    void forget() {
        sql.run("delete from inbox_message where id in (select id from inbox_message"
                + " where received_at < now() - interval '30 days' limit 50000 for update skip locked)");
        sql.run("delete from idempotent_request where ctid in (select ctid from idempotent_request"
                + " where answered_at < now() - interval '7 days' limit 50000 for update skip locked)");
    }
}
