package io.gendan.gateway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.vertx.core.json.JsonObject;

/** Keeps cookies and follows nothing unasked. */
public final class Browser {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final URI gateway;
    private final Map<String, String> cookies = new TreeMap<>();

    public Browser(URI gateway) {
        this.gateway = gateway;
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(body), headers);
    }

    public HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve(path)).method(method, body);
        if (headers.length > 0) request.headers(headers);
        if (!cookies.isEmpty()) request.header("Cookie", cookieHeader());
        HttpResponse<String> response = send(request);
        response.headers().allValues("set-cookie").forEach(this::keep);
        return response;
    }

    /** Goes through the whole login; the provider asks nothing. */
    public Browser signIn() {
        HttpResponse<String> callback = signInTo("/");
        if (callback.statusCode() != 303) throw new AssertionError("not signed in: " + callback.body());
        return this;
    }

    public HttpResponse<String> signInTo(String returnTo) {
        return get(providersAnswer(begin(returnTo)));
    }

    /** Where the gateway sends us to sign in. */
    public String begin(String returnTo) {
        HttpResponse<String> answer = get("/auth/login?return=" + URLEncoder.encode(returnTo, StandardCharsets.UTF_8));
        return answer.headers().firstValue("location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    /** The callback's path and query. */
    public static String providersAnswer(String signInUrl) {
        String callback = send(HttpRequest.newBuilder(URI.create(signInUrl)))
                .headers()
                .firstValue("location")
                .orElseThrow();
        return callback.substring(callback.indexOf("/auth/callback"));
    }

    public String csrfToken() {
        return me().getString("csrfToken");
    }

    public JsonObject me() {
        return new JsonObject(get("/auth/me").body());
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    private String cookieHeader() {
        return cookies.entrySet().stream()
                .map(c -> c.getKey() + '=' + c.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(String setCookie) {
        String pair = setCookie.substring(0, setCookie.indexOf(';'));
        String name = pair.substring(0, pair.indexOf('='));
        if (setCookie.contains("Max-Age=0")) cookies.remove(name);
        else cookies.put(name, pair.substring(name.length() + 1));
    }
}
