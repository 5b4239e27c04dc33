package io.gendan.performance.facts;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.store.Ids;
import io.gendan.core.store.Sql;

/** All facts. Only listeners add to them, and nobody changes one: the database refuses it. */
@ApplicationScoped
public class Facts {
    @Inject
    Sql sql;

    /** A person who is not named is nobody's; a fact of an event that is there already stays as it is. */
    @Transactional(Transactional.TxType.MANDATORY)
    void add(UUID event, FactKind kind, String username, About about, BigDecimal value, boolean inOrder) {
        if (username == null || username.isBlank()) return;
        sql.run(
                """
                insert into fact (id, event_id, kind, username, record_type, record_id, occurred_at, value, in_order)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (event_id, kind, username) do nothing""",
                Ids.next(),
                event,
                kind.name(),
                username,
                about.recordType(),
                about.recordId(),
                about.at(),
                value,
                inOrder);
    }

    /** The record a fact is about, and when it came about. */
    record About(String recordType, UUID recordId, Instant at) {
        static About order(UUID id, Instant at) {
            return new About("order", id, at);
        }
    }

    /** These facts, the last recorded first, from the one after the cursor on. */
    public List<Fact> read(List<UUID> ids, UUID after, int limit) {
        return sql.rows(Facts::fact, """
                select id, kind, username, record_type, record_id, occurred_at, value, in_order from fact
                 where id = any (?) and (?::uuid is null or id < ?::uuid)
                 order by id desc limit ?""", ids.toArray(UUID[]::new), after, after, limit);
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return new Fact(
                row.getObject(1, UUID.class),
                FactKind.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getBigDecimal(7),
                row.getBoolean(8));
    }
}
