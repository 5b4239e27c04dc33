package io.gendan.performance.account;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Requests to the administration of the realm, as the client that may manage its users and nothing else. */
@ApplicationScoped
class RealmConnection {
    private record Token(String value, Instant until) {}

    /** @param body missing where there is none, or none in JSON */
    record Reply(int status, JsonNode body) {
        boolean succeeded() {
            return status < 300;
        }

        /** What the identity provider gives as its reason; it names fields and codes, not their content. */
        String reason() {
            String message = body.path("errorMessage").asText(body.path("error").asText(""));
            return message.isEmpty() ? "HTTP " + status : "HTTP " + status + ", " + message;
        }
    }

    @Inject
    AccountSettings settings;

    @Inject
    ObjectMapper mapper;

    @Inject
    Clock clock;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile Token token;

    Reply get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    Reply send(String method, String path, JsonNode body) {
        try {
            return send(method, path, BodyPublishers.ofByteArray(mapper.writeValueAsBytes(body)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // it was read as JSON, or made of strings
        }
    }

    /**
     * @param path below that of the realm's administration
     * @throws AccountFailure where the identity provider is away, lets us not in, or fails
     */
    private Reply send(String method, String path, BodyPublisher body) {
        Reply reply = authorized(method, path, body);
        if (reply.status() == 401) { // the token was withdrawn, for example with a new secret
            token = null;
            reply = authorized(method, path, body);
        }
        if (reply.status() == 401 || reply.status() == 403)
            throw new AccountFailure(AccountFault.PROVIDER_DENIES, reply.reason());
        if (reply.status() >= 500 || reply.status() == 429)
            throw new AccountFailure(AccountFault.PROVIDER_FAILED, reply.reason());
        return reply;
    }

    private Reply authorized(String method, String path, BodyPublisher body) {
        URI administration = URI.create(realm().replaceFirst("/realms/", "/admin/realms/") + path);
        return exchange(HttpRequest.newBuilder(administration)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, body));
    }

    private String token() {
        Token known = token;
        if (known != null && clock.instant().isBefore(known.until())) return known.value();
        Instant asked = clock.instant();
        String secret = settings.clientSecret()
                .orElseThrow(() ->
                        new AccountFailure(AccountFault.PROVIDER_DENIES, "gendan.accounts.client-secret is not set"));
        String form = "grant_type=client_credentials&client_id=" + encoded(settings.clientId()) + "&client_secret="
                + encoded(secret);
        Reply reply = exchange(HttpRequest.newBuilder(URI.create(realm() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (reply.status() >= 500) throw new AccountFailure(AccountFault.PROVIDER_AWAY, reply.reason());
        if (!reply.succeeded()) throw new AccountFailure(AccountFault.PROVIDER_DENIES, reply.reason());
        Duration valid = Duration.ofSeconds(reply.body().path("expires_in").asLong());
        Instant until = asked.plus(valid.multipliedBy(4).dividedBy(5)); // not to the last second
        token = new Token(reply.body().path("access_token").asText(), until);
        return token.value();
    }

    private Reply exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response =
                    http.send(request.timeout(settings.patience()).build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), json(response.body()));
        } catch (IOException e) {
            throw new AccountFailure(AccountFault.PROVIDER_AWAY, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AccountFailure(AccountFault.PROVIDER_AWAY, "interrupted");
        }
    }

    private JsonNode json(byte[] body) {
        try {
            return mapper.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private String realm() {
        return settings.realm()
                .orElseThrow(() -> new AccountFailure(AccountFault.PROVIDER_DENIES, "gendan.accounts.realm is not set"))
                .toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
