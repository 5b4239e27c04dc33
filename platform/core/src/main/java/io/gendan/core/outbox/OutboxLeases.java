package io.gendan.core.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * The buckets this replica may publish, each with a fencing token. Every change of owner raises the token, so that a
 * replica that was away too long can neither publish on nor mark what its successor publishes.
 */
class OutboxLeases {
    private final DataSource database;
    private final Duration lease;
    private final String owner = UUID.randomUUID().toString();

    private Map<Short, Long> fences = Map.of();
    private long validUntil;

    OutboxLeases(DataSource database, Duration lease) {
        this.database = database;
        this.lease = lease;
    }

    /** Bucket to fencing token; empty once the lease has run out. */
    Map<Short, Long> held() {
        return System.nanoTime() - validUntil < 0 ? fences : Map.of();
    }

    boolean renewalIsDue() {
        return System.nanoTime() - (validUntil - lease.toNanos() / 2) >= 0;
    }

    /**
     * Says that this replica is alive, renews what it holds, and moves towards an equal share: it takes buckets that
     * are free or run out, and gives one back where it holds more than its share.
     */
    void renew() throws SQLException {
        long asked = System.nanoTime();
        try (Connection connection = database.getConnection();
                var renew = connection.prepareStatement(RENEW)) {
            renew.setString(1, owner);
            renew.setLong(2, lease.toMillis());
            try (var rows = renew.executeQuery()) {
                var now = new TreeMap<Short, Long>();
                while (rows.next()) now.put(rows.getShort(1), rows.getLong(2));
                fences = now;
                validUntil = asked + lease.toNanos() * 3 / 4; // stop before the database lets others in
            }
        }
    }

    void release() throws SQLException {
        fences = Map.of();
        try (Connection connection = database.getConnection();
                var release = connection.prepareStatement("select outbox_release(?)")) {
            release.setString(1, owner);
            release.execute();
        }
    }

    private static final String RENEW = "select bucket, fence from outbox_renew(?, ?)";
}
