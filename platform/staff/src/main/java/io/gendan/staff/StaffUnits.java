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
                        unit.merchandiser(),
                        unit.revision() == null ? 0 : unit.revision(),
                        unit.occurredAt());
        }
    }

    /** What comes late is dropped, as it is of people: see {@link StaffMember#outdates}. */
    private static final String REMEMBER = """
            insert into unit (code, unit_id, name, name_en, parent, kind, profile, head, controlling, merchandiser,
                              revision, told_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (code) do update set name = excluded.name, name_en = excluded.name_en, parent = excluded.parent,
                kind = excluded.kind, profile = excluded.profile, head = excluded.head,
                controlling = excluded.controlling, merchandiser = excluded.merchandiser,
                revision = greatest(unit.revision, excluded.revision), told_at = excluded.told_at
            where case when excluded.revision > 0 and unit.revision > 0 and excluded.revision <> unit.revision
                       then excluded.revision > unit.revision
                       else unit.told_at is null or excluded.told_at >= unit.told_at end""";
}
