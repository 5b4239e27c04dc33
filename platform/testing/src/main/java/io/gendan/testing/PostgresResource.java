package io.gendan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A real PostgreSQL of its own for each service's tests, gone when they are over. */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {
    private EmbeddedPostgres server;

    @Override
    public Map<String, String> start() {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "60")
                    .start();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var create = connection.createStatement()) {
                create.execute("create role tested login password 'tested'");
                create.execute("create database tested owner tested");
            } catch (SQLException e) {
                throw new IllegalStateException("the test database cannot be created", e);
            }
            return Map.of(
                    "quarkus.datasource.jdbc.url", server.getJdbcUrl("tested", "tested"),
                    "quarkus.datasource.username", "tested",
                    "quarkus.datasource.password", "tested");
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    @Override
    public void stop() {
        try {
            if (server != null) server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
