package io.gendan.gateway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** What stands around a gateway: its database, an identity provider that signs, a service that answers, one that is away, a web. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {
    public static final String PUBLIC_URL = "https://gendan.test";

    private EmbeddedPostgres database;
    private Vertx vertx;
    private Path web;

    @Override
    public Map<String, String> start() {
        try {
            database = EmbeddedPostgres.builder().start();
            web = webFolder();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        vertx = Vertx.vertx();
        int provider = SigningProvider.start(vertx);
        int service = EchoService.start(vertx);
        var config = new HashMap<String, String>();
        config.put("quarkus.datasource.jdbc.url", database.getJdbcUrl("postgres", "postgres"));
        config.put("quarkus.datasource.username", "postgres");
        config.put("quarkus.datasource.password", "postgres");
        config.put("gendan.gateway.public-url", PUBLIC_URL);
        config.put("gendan.gateway.client-secret", SigningProvider.SECRET);
        config.put("gendan.gateway.oidc.issuer", SigningProvider.issuer(provider));
        config.put("gendan.gateway.web-root", web.toString());
        config.put("gendan.gateway.services.intake", "http://127.0.0.1:" + service);
        config.put("gendan.gateway.services.performance", "http://127.0.0.1:" + freePort());
        config.put("quarkus.http.test-port", "0");
        config.put("quarkus.log.category.\"io.gendan.gateway.access\".level", "WARN");
        config.putAll(limitsThatAreSoonReached());
        return config;
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        try {
            database.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, String> limitsThatAreSoonReached() {
        return Map.of(
                "gendan.gateway.limits.body", "64K",
                "gendan.gateway.limits.document-body", "256K",
                "gendan.gateway.limits.answer-within", "1500MS",
                "gendan.gateway.session.cache-for", "300MS",
                "gendan.gateway.rates.principal.per-second", "5",
                "gendan.gateway.rates.principal.burst", "60",
                "gendan.gateway.rates.address.per-second", "1",
                "gendan.gateway.rates.address.burst", "500");
    }

    private static Path webFolder() throws IOException {
        Path root = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "surroundings")
                .resolve("web");
        Files.createDirectories(root.resolve("assets"));
        Files.createDirectories(root.resolve(".vite"));
        Files.writeString(root.resolve("index.html"), "<!doctype html><title>front page</title>" + " ".repeat(600));
        Files.writeString(root.resolve("assets/main-Ab3_xY9z.js"), "export const a = 1;\n".repeat(100));
        Files.writeString(root.resolve("assets/plain.js"), "export {};");
        Files.writeString(root.resolve("seal.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Files.writeString(root.resolve(".vite/manifest.json"), "{}");
        Files.writeString(root.resolveSibling("outside.txt"), "outside");
        return root;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
