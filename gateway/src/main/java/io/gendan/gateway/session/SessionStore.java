package io.gendan.gateway.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.gateway.GatewayConfig;
import io.gendan.gateway.oidc.LogoutNotice;
import io.gendan.gateway.oidc.Tokens;

/** The table of sessions. */
@ApplicationScoped
class SessionStore {
    private static final String COLUMNS = "select sealed, seen_at, expires_at from session";
    private static final String ALIVE = " where id_hash = ? and expires_at > ? and seen_at > ?";

    private final DataSource database;
    private final SealedTokens sealing;
    private final Duration idle;

    SessionStore(DataSource database, SealedTokens sealing, GatewayConfig config) {
        this.database = database;
        this.sealing = sealing;
        this.idle = config.session().idle();
    }

    /** What is to become of a session that is held under lock. */
    sealed interface Outcome {
        record Keep() implements Outcome {}

        record Renew(Tokens tokens) implements Outcome {}

        record End() implements Outcome {}
    }

    void insert(Session session, Instant now) {
        run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into session (id_hash, subject, provider_sid, sealed, access_expires_at, created_at, seen_at, expires_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setBytes(1, session.key().bytes());
                insert.setString(2, session.tokens().identity().subject());
                insert.setString(
                        3, session.tokens().identity().providerSession().orElse(null));
                insert.setBytes(4, sealing.seal(session.key(), session.tokens()));
                insert.setObject(5, at(session.tokens().accessExpires()));
                insert.setObject(6, at(now));
                insert.setObject(7, at(session.seenAt()));
                insert.setObject(8, at(session.expiresAt()));
                return insert.executeUpdate();
            }
        });
    }

    Optional<Session> find(SessionKey key, Instant now) {
        return run(connection -> select(connection, key, now, ""));
    }

    /** Says that the session is in use; steps aside where somebody is just renewing it. */
    void touch(SessionKey key, Instant now) {
        run(connection -> {
            try (PreparedStatement update = connection.prepareStatement("update session set seen_at = ? where id_hash ="
                    + " (select id_hash from session where id_hash = ? for update skip locked)")) {
                update.setObject(1, at(now));
                update.setBytes(2, key.bytes());
                return update.executeUpdate();
            }
        });
    }

    /** Lets one caller at a time, over all replicas, decide about a session's tokens. */
    Optional<Session> underLock(SessionKey key, Instant now, Function<Session, Outcome> decide) {
        return run(connection -> {
            connection.setAutoCommit(false);
            try {
                Optional<Session> locked = select(connection, key, now, " for update");
                Optional<Session> result = locked.isEmpty() ? locked : settle(connection, locked.get(), decide);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }

    boolean delete(SessionKey key) {
        return run(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from session where id_hash = ?")) {
                delete.setBytes(1, key.bytes());
                return delete.executeUpdate() > 0;
            }
        });
    }

    /** The sessions that a notice of the provider ended. */
    List<SessionKey> delete(LogoutNotice notice) {
        String column = notice.providerSession().isPresent() ? "provider_sid" : "subject";
        String value = notice.providerSession().or(notice::subject).orElseThrow();
        return run(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(
                    "delete from session where " + column + " = ? returning encode(id_hash, 'hex')")) {
                delete.setString(1, value);
                try (ResultSet rows = delete.executeQuery()) {
                    var keys = new java.util.ArrayList<SessionKey>();
                    while (rows.next()) keys.add(new SessionKey(rows.getString(1)));
                    return keys;
                }
            }
        });
    }

    int deleteEnded(Instant now) {
        return run(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from session where expires_at <= ? or seen_at <= ?")) {
                delete.setObject(1, at(now));
                delete.setObject(2, at(now.minus(idle)));
                return delete.executeUpdate();
            }
        });
    }

    int count() {
        return run(connection -> {
            try (PreparedStatement count = connection.prepareStatement("select count(*) from session");
                    ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    private Optional<Session> select(Connection connection, SessionKey key, Instant now, String suffix)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + ALIVE + suffix)) {
            select.setBytes(1, key.bytes());
            select.setObject(2, at(now));
            select.setObject(3, at(now.minus(idle)));
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) return Optional.empty();
                Instant seen = row.getObject(2, OffsetDateTime.class).toInstant();
                Instant ends = row.getObject(3, OffsetDateTime.class).toInstant();
                return sealing.open(key, row.getBytes(1)).map(tokens -> new Session(key, tokens, seen, ends));
            }
        }
    }

    private Optional<Session> settle(Connection connection, Session session, Function<Session, Outcome> decide)
            throws SQLException {
        return switch (decide.apply(session)) {
            case Outcome.Keep _ -> Optional.of(session);
            case Outcome.Renew(Tokens tokens) -> {
                try (PreparedStatement update = connection.prepareStatement(
                        "update session set sealed = ?, access_expires_at = ? where id_hash = ?")) {
                    update.setBytes(1, sealing.seal(session.key(), tokens));
                    update.setObject(2, at(tokens.accessExpires()));
                    update.setBytes(3, session.key().bytes());
                    update.executeUpdate();
                }
                yield Optional.of(new Session(session.key(), tokens, session.seenAt(), session.expiresAt()));
            }
            case Outcome.End _ -> {
                try (PreparedStatement delete = connection.prepareStatement("delete from session where id_hash = ?")) {
                    delete.setBytes(1, session.key().bytes());
                    delete.executeUpdate();
                }
                yield Optional.empty();
            }
        };
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T run(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException failure) {
            throw new SessionsAway(failure);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
