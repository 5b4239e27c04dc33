package io.gendan.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Requests that are to be answered once, as they are, with what they are answered. */
record Http(URI server, String token, String language) {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();

    record Answer(int status, String mediaType, JsonNode body) {
        String code() {
            return body.path("code").asText();
        }
    }

    Http in(String otherLanguage) {
        return new Http(server, token, otherLanguage);
    }

    Http with(String otherToken) {
        return new Http(server, otherToken, language);
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(server.resolve(path)).GET());
    }

    /** As a browser would that shows this cookie. */
    Answer get(String path, String cookie) {
        return send(HttpRequest.newBuilder(server.resolve(path))
                .header("Cookie", cookie)
                .GET());
    }

    Answer post(String path, Object body) {
        try {
            return post(path, JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer post(String path, byte[] body) {
        return send(HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    Answer post(String path, String contentType, byte[] body) {
        return send(HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    Answer put(String path, Object body) {
        try {
            return send(HttpRequest.newBuilder(server.resolve(path))
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer send(HttpRequest.Builder request) {
        request.timeout(Duration.ofSeconds(40)).header("Accept-Language", language);
        if (token != null) request.header("Authorization", "Bearer " + token);
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            String type = response.headers().firstValue("Content-Type").orElse("");
            String text = new String(response.body(), StandardCharsets.UTF_8);
            return new Answer(
                    response.statusCode(),
                    type,
                    type.contains("json") && !text.isBlank() ? JSON.readTree(text) : JSON.nullNode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
