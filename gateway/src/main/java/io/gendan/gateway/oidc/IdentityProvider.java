package io.gendan.gateway.oidc;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.gateway.GatewayConfig;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import org.jboss.logging.Logger;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The identity provider, as an OpenID Connect client with a secret talks to it. Every method may block. */
@ApplicationScoped
public class IdentityProvider {
    private static final Logger LOG = Logger.getLogger(IdentityProvider.class);
    private static final Duration METADATA_LASTS = Duration.ofMinutes(10);
    /** Nobody is sent to a provider that has not been seen alive this recently. */
    private static final Duration SEEN_ALIVE_WITHIN = Duration.ofSeconds(5);

    private final GatewayConfig.Oidc config;
    private final URI publicUrl;
    private final String basicAuthorization;
    private final Clock clock;
    private final HttpClient http;
    private final TokenChecks checks;
    private volatile Metadata metadata;

    /** What discovery says, and when it said so. */
    private record Metadata(JsonObject document, Instant readAt) {
        String endpoint(String name) {
            String url = document.getString(name);
            if (url == null) throw new ProviderAway("the identity provider announces no " + name);
            return url;
        }

        boolean isYoungerThan(Duration age, Clock clock) {
            return readAt.plus(age).isAfter(clock.instant());
        }
    }

    IdentityProvider(GatewayConfig gateway, Clock clock) {
        this.config = gateway.oidc();
        this.publicUrl = gateway.publicUrl();
        this.clock = clock;
        this.basicAuthorization = "Basic "
                + Base64.getEncoder()
                        .encodeToString((form(config.clientId()) + ':' + form(gateway.clientSecret())).getBytes(UTF_8));
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeout().dividedBy(2))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.checks = new TokenChecks(config, clock, () -> fetch(metadata().endpoint("jwks_uri")));
    }

    /** Where the browser is sent to sign in. */
    public String signInUrl(String state, String nonce, String codeChallenge, String uiLocale) {
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", config.clientId());
        query.put("redirect_uri", callback());
        query.put("scope", config.scope());
        query.put("state", state);
        query.put("nonce", nonce);
        query.put("code_challenge", codeChallenge);
        query.put("code_challenge_method", "S256");
        query.put("ui_locales", uiLocale);
        return withQuery(metadataSeenAlive().endpoint("authorization_endpoint"), query);
    }

    /** Where the browser is sent to sign out everywhere; our own front page where nobody can be asked. */
    public String signOutUrl(String idToken) {
        String home = publicUrl.resolve("/").toString();
        try {
            String endpoint = metadata().document().getString("end_session_endpoint");
            if (endpoint == null) return home;
            return withQuery(
                    endpoint,
                    Map.of(
                            "id_token_hint", idToken,
                            "client_id", config.clientId(),
                            "post_logout_redirect_uri", home));
        } catch (ProviderAway away) {
            LOG.warnf("signed out here only: %s", away.getMessage());
            return home;
        }
    }

    /** Turns the code of a callback into tokens that are proven to be meant for this login. */
    public Tokens exchange(String code, String codeVerifier, String nonce) {
        JsonObject answer = token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                callback(),
                "code_verifier",
                codeVerifier));
        String idToken = required(answer, "id_token");
        return tokens(answer, idToken, checks.idToken(idToken, nonce));
    }

    /** New tokens for a session; the id token of the login stays the hint for its logout. */
    public Tokens refresh(Tokens old) {
        if (old.refresh() == null) throw new Refused("no refresh token");
        JsonObject answer = token(Map.of("grant_type", "refresh_token", "refresh_token", old.refresh()));
        String idToken = answer.getString("id_token");
        if (idToken == null) return tokens(answer, old.idToken(), old.identity());
        Identity identity = checks.idToken(idToken, null);
        if (!identity.subject().equals(old.identity().subject())) throw new Refused("refreshed for somebody else");
        return tokens(answer, idToken, identity);
    }

    /** Whose sessions a back-channel logout ends. */
    public LogoutNotice logoutNotice(String logoutToken) {
        return checks.logoutToken(logoutToken);
    }

    /** The {@code iss} parameter of RFC 9207: an answer of another provider is not ours to use. */
    public boolean isIssuer(String issuer) {
        if (issuer == null) {
            return !metadata().document().getBoolean("authorization_response_iss_parameter_supported", false);
        }
        return config.issuer().toString().equals(issuer);
    }

    private Tokens tokens(JsonObject answer, String idToken, Identity identity) {
        String access = required(answer, "access_token");
        long seconds = answer.getLong("expires_in", 60L);
        return new Tokens(
                access,
                answer.getString("refresh_token"),
                idToken,
                identity.withRolesOf(access),
                clock.instant().plusSeconds(seconds));
    }

    private String callback() {
        return publicUrl.resolve("/auth/callback").toString();
    }

    private JsonObject token(Map<String, String> form) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(metadata().endpoint("token_endpoint")))
                .timeout(config.timeout())
                .header("Authorization", basicAuthorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
        HttpResponse<String> response = send(request);
        if (response.statusCode() == 400 || response.statusCode() == 401) {
            String error = json(response).getString("error", "refused");
            if ("invalid_client".equals(error) || "unauthorized_client".equals(error)) {
                throw new ProviderAway("the identity provider does not accept the gateway's own secret");
            }
            throw new Refused(error);
        }
        if (response.statusCode() != 200) throw new ProviderAway("token endpoint answered " + response.statusCode());
        return json(response);
    }

    /** As last read; what is old serves while the provider is away. */
    private Metadata metadata() {
        Metadata known = metadata;
        if (known != null && known.isYoungerThan(METADATA_LASTS, clock)) return known;
        try {
            return read();
        } catch (ProviderAway away) {
            if (known != null) return known;
            throw away;
        }
    }

    private Metadata metadataSeenAlive() {
        Metadata known = metadata;
        return known != null && known.isYoungerThan(SEEN_ALIVE_WITHIN, clock) ? known : read();
    }

    private Metadata read() {
        try {
            JsonObject document = new JsonObject(fetch(config.issuer() + "/.well-known/openid-configuration"));
            if (!config.issuer().toString().equals(document.getString("issuer"))) {
                throw new ProviderAway("the identity provider calls itself " + document.getString("issuer"));
            }
            Metadata fresh = new Metadata(document, clock.instant());
            metadata = fresh;
            return fresh;
        } catch (DecodeException malformed) {
            throw new ProviderAway("discovery is no JSON", malformed);
        }
    }

    private String fetch(String url) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(url))
                .timeout(config.timeout())
                .header("Accept", "application/json")
                .build());
        if (response.statusCode() != 200) throw new ProviderAway(url + " answered " + response.statusCode());
        return response.body();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new ProviderAway("the identity provider does not answer: " + failure, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProviderAway("interrupted", interrupted);
        }
    }

    private static JsonObject json(HttpResponse<String> response) {
        try {
            return new JsonObject(response.body());
        } catch (DecodeException malformed) {
            throw new ProviderAway("the identity provider's answer is no JSON", malformed);
        }
    }

    private static String required(JsonObject answer, String field) {
        String value = answer.getString(field);
        if (value == null) throw new Refused("no " + field);
        return value;
    }

    private static String withQuery(String url, Map<String, String> query) {
        return url + (url.contains("?") ? "&" : "?") + encoded(query);
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> form(field.getKey()) + '=' + form(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String form(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
