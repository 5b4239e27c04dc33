package io.gendan.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** The statements the service under test runs through Hibernate, and how the database would carry them out. */
@ApplicationScoped
public class Statements {
    private static final List<String> SEEN = new CopyOnWriteArrayList<>();
    private static volatile boolean listening;

    @Inject
    DataSource database;

    @PersistenceUnitExtension
    static class Listener implements StatementInspector {
        private static final long serialVersionUID = 1L;

        @Override
        public String inspect(String statement) {
            if (listening) SEEN.add(statement);
            return statement;
        }
    }

    /** The one statement that contains this text of all that are run meanwhile. */
    public String runBy(Runnable request, String text) {
        SEEN.clear();
        listening = true;
        try {
            request.run();
        } finally {
            listening = false;
        }
        var such = SEEN.stream().filter(statement -> statement.contains(text)).toList();
        if (such.size() != 1) throw new AssertionError(text + " is not in one, but in " + such.size() + ": " + SEEN);
        return such.getFirst();
    }

    /** @param values of the statement's parameters, in their order */
    public String planOf(String statement, Object... values) {
        try (var connection = database.getConnection();
                var explain = connection.prepareStatement("explain " + statement)) {
            for (int i = 0; i < values.length; i++) explain.setObject(i + 1, known(values[i], connection));
            try (var lines = explain.executeQuery()) {
                var plan = new StringBuilder();
                while (lines.next()) plan.append(lines.getString(1)).append('\n');
                return plan.toString();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object known(Object value, Connection connection) throws SQLException {
        return switch (value) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case String[] texts -> connection.createArrayOf("text", texts);
            default -> value;
        };
    }
}
