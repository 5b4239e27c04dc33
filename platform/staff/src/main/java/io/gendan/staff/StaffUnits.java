package io.gendan.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.inbox.Inbox;
import io.gendan.core.store.Sql;
import io.gendan.events.performance.UnitEvent;
import io.gendan.events.performance.UnitEvent.UnitRegistered;
import io.smallrye.common.annotation.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The units of the staff register, as performance publishes them (ORG-02). */
@ApplicationScoped
class StaffUnits {
    @Inject
    Sql sql;

    @Inject
    Inbox inbox;

    @Incoming("performance-units")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, UnitEvent.class, this::remember);
    }

    private void remember(UnitEvent event) {
        switch (event) {
            case UnitRegistered unit ->
                sql.run(
                        REMEMBER,
                        unit.code(),
                        unit.unitId(),
                        unit.name(),
                        unit.nameEn(),
                        unit.parent(),
                        unit.kind(),
                        unit.profile(),
                        unit.head(),
                        unit.controlling(),
                        unit.merchandiser());
        }
    }

    private static final String REMEMBER = """
            insert into unit (code, unit_id, name, name_en, parent, kind, profile, head, controlling, merchandiser)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (code) do update set name = excluded.name, name_en = excluded.name_en, parent = excluded.parent,
                kind = excluded.kind, profile = excluded.profile, head = excluded.head,
                controlling = excluded.controlling, merchandiser = excluded.merchandiser""";
}
