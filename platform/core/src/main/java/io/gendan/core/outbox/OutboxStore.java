package io.gendan.core.outbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

/** The relay's view of the outbox table, in plain SQL: the oldest rows of some buckets, and marking them done. */
class OutboxStore {
    record Row(
            long seq,
            UUID id,
            short bucket,
            String topic,
            UUID key,
            UUID subject,
            String type,
            String classification,
            String occurredAt,
            String traceparent,
            String correlationId,
            String body) {}

    private final DataSource database;

    OutboxStore(DataSource database) {
        this.database = database;
    }

    List<Row> oldest(Collection<Short> buckets, int limit) throws SQLException {
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement(SELECT)) {
            select.setArray(1, connection.createArrayOf("smallint", buckets.toArray()));
            select.setInt(2, limit);
            try (var rows = select.executeQuery()) {
                var found = new ArrayList<Row>();
                while (rows.next()) found.add(row(rows));
                return found;
            }
        }
    }

    /** Marks rows as published by taking them out, as far as this replica still holds their buckets. */
    int published(List<Row> rows, Map<Short, Long> fences) throws SQLException {
        try (Connection connection = database.getConnection();
                var delete = connection.prepareStatement(DELETE)) {
            delete.setArray(
                    1, connection.createArrayOf("smallint", fences.keySet().toArray()));
            delete.setArray(
                    2, connection.createArrayOf("bigint", fences.values().toArray()));
            delete.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(Row::seq).toArray()));
            return delete.executeUpdate();
        }
    }

    /** Sets a row aside that Kafka will never take, with the reason; it is counted, shown and can be put back. */
    void setAside(Row row, String reason) throws SQLException {
        try (Connection connection = database.getConnection();
                var update = connection.prepareStatement("update outbox_event set set_aside = ? where seq = ?")) {
            update.setString(1, reason);
            update.setLong(2, row.seq());
            update.executeUpdate();
        }
    }

    record Depth(long waiting, double oldestSeconds, long setAside) {}

    Depth depth() throws SQLException {
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement(DEPTH);
                var row = select.executeQuery()) {
            row.next();
            return new Depth(row.getLong(1), row.getDouble(2), row.getLong(3));
        }
    }

    private static Row row(ResultSet r) throws SQLException {
        return new Row(
                r.getLong(1),
                r.getObject(2, UUID.class),
                r.getShort(3),
                r.getString(4),
                r.getObject(5, UUID.class),
                r.getObject(6, UUID.class),
                r.getString(7),
                r.getString(8),
                r.getTimestamp(9).toInstant().toString(),
                r.getString(10),
                r.getString(11),
                r.getString(12));
    }

    private static final String SELECT = """
            select seq, id, bucket, topic, event_key, subject, type, classification, occurred_at, traceparent,
                   correlation_id, body
              from outbox_event
             where bucket = any (?) and set_aside is null
             order by seq
             limit ?""";

    private static final String DELETE = """
            delete from outbox_event e
             using outbox_lease l, unnest(?, ?) as held (bucket, fence)
             where e.seq = any (?) and l.bucket = e.bucket and held.bucket = l.bucket and held.fence = l.fence""";

    private static final String DEPTH = """
            select count(*) filter (where set_aside is null),
                   coalesce(extract(epoch from now() - min(written_at) filter (where set_aside is null)), 0),
                   count(*) filter (where set_aside is not null)
              from outbox_event""";
}
