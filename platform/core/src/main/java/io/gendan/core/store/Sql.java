package io.gendan.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;

/**
 * Plain SQL in the caller's transaction, for what entities are the wrong shape for: sequences, locks, upserts, reports.
 * It does not see what the entity manager has not flushed yet.
 */
@ApplicationScoped
public class Sql {
    @Inject
    DataSource database;

    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** @return how many rows it changed */
    public int run(String statement, Object... parameters) {
        return with(statement, parameters, PreparedStatement::executeUpdate);
    }

    public <T> List<T> rows(Reader<T> reader, String query, Object... parameters) {
        return with(query, parameters, prepared -> {
            var found = new ArrayList<T>();
            try (ResultSet rows = prepared.executeQuery()) {
                while (rows.next()) found.add(reader.read(rows));
            }
            return found;
        });
    }

    /** The first column of each row. */
    public <T> List<T> column(Class<T> type, String query, Object... parameters) {
        return rows(row -> row.getObject(1, type), query, parameters);
    }

    public long next(String sequence) {
        return column(Long.class, "select nextval(?::regclass)", sequence).getFirst();
    }

    @FunctionalInterface
    private interface Execution<T> {
        T of(PreparedStatement prepared) throws SQLException;
    }

    private <T> T with(String statement, Object[] parameters, Execution<T> execution) {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) prepared.setObject(i + 1, known(parameters[i], connection));
            return execution.of(prepared);
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    /** The driver knows neither instants nor which arrays are meant. */
    private static Object known(Object parameter, Connection connection) throws SQLException {
        return switch (parameter) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case UUID[] ids -> connection.createArrayOf("uuid", ids);
            case String[] texts -> connection.createArrayOf("text", texts);
            case null, default -> parameter;
        };
    }
}
