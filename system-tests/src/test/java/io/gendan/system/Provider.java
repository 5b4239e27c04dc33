package io.gendan.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gendan.local.Login;

/** The identity provider's administration: clients such as the realm has none, and passwords as an operator sets them. */
final class Provider {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WholeSystem system;
    private final URI server;

    Provider(WholeSystem system) {
        this.system = system;
        server = system.stack().url("keycloak");
    }

    /** A token that is valid for one second. */
    String shortLived(String username) {
        return tokenOf(client(Map.of("access.token.lifespan", "1"), "gendan-api"), username);
    }

    /** A token of our realm for somebody else's API. */
    String forAnotherAudience(String username) {
        return tokenOf(client(Map.of(), "another-api"), username);
    }

    /** Where no mail is read, an administrator gives the first password. */
    void givePassword(String username, String password) {
        String token = administrator();
        String users = "/admin/realms/gendan/users";
        String id = read(send("GET", users + "?exact=true&username=" + username, "application/json", "", token))
                .path(0)
                .path("id")
                .asText();
        send(
                "PUT",
                users + "/" + id + "/reset-password",
                "application/json",
                json(Map.of("type", "password", "value", password, "temporary", false)),
                token);
    }

    private String tokenOf(String client, String username) {
        var stack = system.stack();
        return Login.token(stack.issuer(), client, username, stack.options().password())
                .access();
    }

    private String client(Map<String, String> attributes, String audience) {
        String id = "test-" + UUID.randomUUID();
        var attributesWithPkce = new java.util.HashMap<>(attributes);
        attributesWithPkce.put("pkce.code.challenge.method", "S256");
        send(
                "POST",
                "/admin/realms/gendan/clients",
                "application/json",
                json(Map.of(
                        "clientId",
                        id,
                        "publicClient",
                        true,
                        "standardFlowEnabled",
                        true,
                        "redirectUris",
                        List.of("http://127.0.0.1/*"),
                        "attributes",
                        attributesWithPkce,
                        "protocolMappers",
                        List.of(Map.of(
                                "name",
                                "audience",
                                "protocol",
                                "openid-connect",
                                "protocolMapper",
                                "oidc-audience-mapper",
                                "config",
                                Map.of("included.custom.audience", audience, "access.token.claim", "true"))))),
                administrator());
        return id;
    }

    private String administrator() {
        String form = "grant_type=password&client_id=admin-cli&username=admin&password="
                + URLEncoder.encode(password(), StandardCharsets.UTF_8);
        return read(send(
                        "POST",
                        "/realms/master/protocol/openid-connect/token",
                        "application/x-www-form-urlencoded",
                        form,
                        null))
                .path("access_token")
                .asText();
    }

    private String password() {
        var secrets = new Properties();
        try (var in = Files.newBufferedReader(system.stack().options().state().resolve("secrets.properties"))) {
            secrets.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets.getProperty("keycloak.admin");
    }

    private String send(String method, String path, String type, String body, String token) {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body));
        if (token != null) request.header("Authorization", "Bearer " + token);
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300)
                throw new IllegalStateException(path + " → " + answer.statusCode() + " " + answer.body());
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
