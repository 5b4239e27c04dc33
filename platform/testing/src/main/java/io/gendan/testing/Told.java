package io.gendan.testing;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.outbox.EventCodec;
import io.gendan.core.store.Ids;
import io.gendan.events.DomainEvent;
import io.gendan.events.EventTypes;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;

/** What the service under test has told the others: its outbox, which no relay empties in these tests. */
@ApplicationScoped
public class Told {
    static {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1)); // a busy machine is slow, not wrong
    }

    @Inject
    DataSource database;

    @Inject
    EventCodec codec;

    /** Wire names of the events with this key, in order; rulings left out. */
    public List<String> about(UUID key) {
        return query(
                "select type from outbox_event where event_key = ? and topic not like '%.rulings' order by seq", key);
    }

    /** Bodies of the events of this type with this key, in order. */
    public List<String> bodies(UUID key, Class<? extends DomainEvent> type) {
        return query(
                "select body from outbox_event where event_key = ? and type = '" + EventTypes.wireName(type)
                        + "' order by seq",
                key);
    }

    /** {@code rule outcome} of each ruling on this record, in order. */
    public List<String> rulingsOn(UUID record) {
        return query("select rule || ' ' || outcome from ruling where record_id = ? order by at, id", record);
    }

    /** Actions in the audit trail of this record, in order. */
    public List<String> auditOf(UUID record) {
        return query("select actor || ' ' || action from audit_entry where record_id = ? order by id", record);
    }

    /** A message as another service's relay would send it, for an in-memory channel. */
    public ConsumerRecord<String, byte[]> message(DomainEvent event) {
        return message(event, Ids.next());
    }

    public ConsumerRecord<String, byte[]> message(DomainEvent event, UUID id) {
        var record = new ConsumerRecord<>(
                EventTypes.topic(event.getClass(), "test"),
                0,
                0L,
                event.key().toString(),
                codec.write(event).getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_id", id.toString().getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", EventTypes.wireName(event.getClass()).getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private List<String> query(String sql, UUID id) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (var rows = select.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) found.add(rows.getString(1));
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
