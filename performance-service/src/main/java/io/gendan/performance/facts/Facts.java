package io.gendan.performance.facts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import io.gendan.core.store.Ids;
import org.hibernate.Session;

/** All facts. Only listeners add to them, and nobody changes one: the database refuses it. */
@ApplicationScoped
public class Facts {
    @Inject
    Session entities;

    /** A person who is not named is nobody's; a fact of an event that is there already stays as it is. */
    @Transactional(Transactional.TxType.MANDATORY)
    void add(UUID event, FactKind kind, String username, About about, BigDecimal value, boolean inOrder) {
        if (username == null || username.isBlank()) return;
        entities.createNativeMutationQuery("""
                        insert into fact (id, event_id, kind, username, record_type, record_id, occurred_at, value, in_order)
                        values (:id, :event, :kind, :username, :recordType, :recordId, :at, cast(:value as numeric), :inOrder)
                        on conflict (event_id, kind, username) do nothing""")
                .setParameter("id", Ids.next())
                .setParameter("event", event)
                .setParameter("kind", kind.name())
                .setParameter("username", username)
                .setParameter("recordType", about.recordType())
                .setParameter("recordId", about.recordId())
                .setParameter("at", about.at())
                .setParameter("value", value, BigDecimal.class)
                .setParameter("inOrder", inOrder)
                .executeUpdate();
    }

    /** The record a fact is about, and when it came about. */
    record About(String recordType, UUID recordId, Instant at) {
        static About order(UUID id, Instant at) {
            return new About("order", id, at);
        }
    }

    /** These facts, the last recorded first, from the one after the cursor on. */
    public List<Fact> read(List<UUID> ids, UUID after, int limit) {
        return entities.createNativeQuery("""
                        select id, kind, username, record_type, record_id, occurred_at, value, in_order from fact
                        where id = any(:ids) and (cast(:after as uuid) is null or id < cast(:after as uuid))
                        order by id desc limit :limit""", Tuple.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("after", after, UUID.class)
                .setParameter("limit", limit)
                .getResultStream()
                .map(Facts::fact)
                .toList();
    }

    private static Fact fact(Tuple row) {
        return new Fact(
                row.get(0, UUID.class),
                FactKind.valueOf(row.get(1, String.class)),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, UUID.class),
                row.get(5, Instant.class),
                row.get(6, BigDecimal.class),
                row.get(7, Boolean.class));
    }
}
