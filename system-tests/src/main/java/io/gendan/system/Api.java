package io.gendan.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The product's API through the gateway, as one person. */
public final class Api {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration MOMENT = Duration.ofMillis(200);

    private final URI gateway;
    private final Supplier<String> accessToken;

    public Api(URI gateway, Supplier<String> accessToken) {
        this.gateway = gateway;
        this.accessToken = accessToken;
    }

    /** A refusal, with its problem detail. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final transient JsonNode problem;

        Refused(String request, int status, JsonNode problem) {
            super(request + " → " + status + " " + problem);
            this.status = status;
            this.problem = problem;
        }

        public int status() {
            return status;
        }

        public String code() {
            return problem.path("code").asText();
        }

        public JsonNode problem() {
            return problem;
        }
    }

    public JsonNode get(String path) {
        return send(request(path).GET(), "GET " + path, true);
    }

    /** @param key repeats of the same act carry the same key and take effect once; null for none */
    public JsonNode post(String path, String key, Object body) {
        return write("POST", path, key, body);
    }

    public JsonNode put(String path, String key, Object body) {
        return write("PUT", path, key, body);
    }

    public JsonNode postText(String path, String mediaType, String body) {
        return send(
                request(path).header("Content-Type", mediaType).POST(HttpRequest.BodyPublishers.ofString(body)),
                "POST " + path,
                false);
    }

    private JsonNode write(String method, String path, String key, Object body) {
        try {
            var request = request(path).header("Content-Type", "application/json");
            if (key != null) request.header("Idempotency-Key", key);
            String json = body == null ? "" : JSON.writeValueAsString(body);
            return send(
                    request.method(method, HttpRequest.BodyPublishers.ofString(json)),
                    method + " " + path,
                    key != null);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept-Language", "zh")
                .header("Authorization", "Bearer " + accessToken.get());
    }

    /**
     * Waits where it is asked to: for a rate limit, and for a service that is not there for a moment. What may have been
     * carried out, though the answer was lost, is sent again only where a repeat takes effect once.
     */
    private static JsonNode send(HttpRequest.Builder builder, String what, boolean repeatable) {
        HttpRequest request = builder.build();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true)
            try {
                HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
                int status = response.statusCode();
                if (status < 300) return JSON.readTree(response.body());
                boolean passing = status == 429 || status == 503 || (repeatable && (status == 502 || status == 504));
                if (!passing || System.nanoTime() > until)
                    throw new Refused(what, status, JSON.readTree(orNull(response.body())));
                pause(response.headers()
                        .firstValue("Retry-After")
                        .map(s -> Duration.ofSeconds(Long.parseLong(s)))
                        .orElse(MOMENT));
            } catch (IOException e) {
                if (!repeatable || System.nanoTime() > until) throw new UncheckedIOException(what, e);
                retreat();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
    }

    private static void retreat() {
        try {
            pause(MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String orNull(String body) {
        return body == null || !body.stripLeading().startsWith("{") ? "null" : body;
    }

    static void pause(Duration pause) throws InterruptedException {
        Thread.sleep(pause);
    }
}
