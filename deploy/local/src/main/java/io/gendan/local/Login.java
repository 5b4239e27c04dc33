package io.gendan.local;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Logs a person in the way a mobile app does: Keycloak's own form, authorization code, PKCE. */
public final class Login {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*>", Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
    private static final String REDIRECT = "http://127.0.0.1/callback";

    private Login() {}

    /** What a login yields; immutable, so a refreshed one is a new one. */
    public record Token(String issuer, String client, String access, String refresh, Instant expiresAt) {
        /** This token, or a newer one if it runs out within half a minute. */
        public Token fresh() {
            return Instant.now().plusSeconds(30).isBefore(expiresAt) ? this : refreshed();
        }

        public Token refreshed() {
            return exchange(
                    issuer,
                    client,
                    Map.of("grant_type", "refresh_token", "client_id", client, "refresh_token", refresh));
        }

        /** The claims, unverified: for looking, not for trusting. */
        public JsonNode claims() {
            try {
                return JSON.readTree(Base64.getUrlDecoder().decode(access.split("\\.")[1]));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    /** The identity provider refused: wrong password, locked account, unknown client. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** @param issuer for example http://localhost:8180/realms/gendan */
    public static Token token(String issuer, String client, String username, String password) {
        String verifier = random();
        String state = random();
        URI authorize = URI.create(issuer + "/protocol/openid-connect/auth?"
                + form(Map.of(
                        "client_id",
                        client,
                        "response_type",
                        "code",
                        "scope",
                        "openid",
                        "redirect_uri",
                        REDIRECT,
                        "state",
                        state,
                        "code_challenge_method",
                        "S256",
                        "code_challenge",
                        challenge(verifier))));
        HttpResponse<String> page = send(HttpRequest.newBuilder(authorize).GET());
        Matcher form = FORM.matcher(page.body());
        if (page.statusCode() != 200 || !form.find()) {
            throw new Refused("no login form at " + authorize.getPath() + ": HTTP " + page.statusCode());
        }
        Matcher action = ACTION.matcher(form.group());
        if (!action.find()) throw new Refused("the login form has no action");
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", cookies(page))
                        .POST(BodyPublishers.ofString(form(Map.of("username", username, "password", password)))));
        Map<String, String> result = answer.headers()
                .firstValue("Location")
                .map(location -> query(URI.create(location)))
                .orElseThrow(() -> new Refused("login refused for " + username));
        if (!state.equals(result.get("state")) || !result.containsKey("code")) {
            throw new Refused(
                    "login of " + username + " ended at " + answer.headers().firstValue("Location"));
        }
        return exchange(
                issuer,
                client,
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", client,
                        "redirect_uri", REDIRECT,
                        "code", result.get("code"),
                        "code_verifier", verifier));
    }

    private static Token exchange(String issuer, String client, Map<String, String> parameters) {
        Instant now = Instant.now();
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(parameters))));
        if (answer.statusCode() != 200) {
            throw new Refused("no token: HTTP " + answer.statusCode() + " " + answer.body());
        }
        try {
            JsonNode token = JSON.readTree(answer.body());
            return new Token(
                    issuer,
                    client,
                    token.get("access_token").asText(),
                    token.path("refresh_token").asText(),
                    now.plusSeconds(token.get("expires_in").asLong()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted");
        }
    }

    /** Sent back by hand: Keycloak marks them Secure even on localhost, and a cookie store would then hold them back. */
    private static String cookies(HttpResponse<?> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> query(URI uri) {
        var parameters = new HashMap<String, String>();
        for (String pair : String.valueOf(uri.getRawQuery()).split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(
                    parts[0], parts.length == 2 ? java.net.URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
        }
        return parameters;
    }

    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
