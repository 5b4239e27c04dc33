package io.gendan.gateway.session;

import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.gendan.gateway.GatewayConfig;
import io.gendan.gateway.http.Blocking;
import io.gendan.gateway.oidc.IdentityProvider;
import io.gendan.gateway.support.Browser;
import io.gendan.gateway.support.MovableClock;
import io.gendan.gateway.support.ProviderControl;
import io.gendan.gateway.support.Surroundings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(Surroundings.class)
class SessionTest {
    private static final String ORDERS = "/api/intake/v1/orders";
    private static final Duration TOKENS_LAST = Duration.ofSeconds(300);

    @TestHTTPResource
    URI gateway;

    @ConfigProperty(name = "gendan.gateway.oidc.issuer")
    String issuer;

    @Inject
    MovableClock clock;

    @Inject
    DataSource database;

    @Inject
    SessionStore store;

    @Inject
    IdentityProvider identityProvider;

    @Inject
    Vault vault;

    @Inject
    GatewayConfig config;

    @AfterEach
    void asBefore() {
        clock.backToNow();
        provider().asBefore();
    }

    @Test
    void aServiceSeesTheTokenAndNeverTheCookie() {
        JsonObject headers = seen(browser("service").get(ORDERS));

        assertThat(headers.getJsonArray("authorization").getString(0)).startsWith("Bearer ey");
        assertThat(headers.fieldNames()).doesNotContain("cookie");
    }

    @Test
    void ourOwnPagesMayChangeState() {
        Browser browser = browser("changes");

        HttpResponse<String> answer =
                browser.post(ORDERS, "{}", "X-CSRF-Token", browser.csrfToken(), "Origin", Surroundings.PUBLIC_URL);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(seen(answer).fieldNames()).doesNotContain("x-csrf-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no token", "wrong token", "foreign origin", "no origin", "null origin", "cross-site"})
    void nobodyElseMay(String flaw) {
        Browser browser = browser("csrf");
        String token = flaw.equals("wrong token") ? "x".repeat(43) : browser.csrfToken();
        String origin =
                switch (flaw) {
                    case "foreign origin" -> "https://evil.example";
                    case "null origin" -> "null";
                    default -> Surroundings.PUBLIC_URL;
                };
        var headers =
                new java.util.ArrayList<>(List.of("Sec-Fetch-Site", flaw.equals("cross-site") ? flaw : "same-origin"));
        if (!flaw.equals("no token")) headers.addAll(List.of("X-CSRF-Token", token));
        if (!flaw.equals("no origin")) headers.addAll(List.of("Origin", origin));

        HttpResponse<String> answer = browser.post(ORDERS, "{}", headers.toArray(String[]::new));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("csrf-failed");
    }

    @Test
    void aCsrfTokenIsGoodForItsOwnSessionOnly() {
        String others = browser("first").csrfToken();

        HttpResponse<String> answer =
                browser("second").post(ORDERS, "{}", "X-CSRF-Token", others, "Origin", Surroundings.PUBLIC_URL);

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void anInventedSessionIsNone() {
        Browser browser = new Browser(gateway);
        browser.cookies().put("__Host-gendan", vault.newSecret());

        HttpResponse<String> answer = browser.get(ORDERS);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("not-signed-in");
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void whoIsIdleForTooLongIsSignedOut() {
        Browser browser = browser("idle");
        clock.pass(Duration.ofMinutes(61));

        assertThat(lookedUpAnew(browser)).isEmpty();
        eventually(() -> assertThat(browser.get("/auth/me").statusCode()).isEqualTo(401));
    }

    @Test
    void whoIsBusyStaysSignedInButNotForEver() {
        Browser browser = browser("busy");
        for (int minutes = 54; minutes < 12 * 60; minutes += 54) {
            clock.pass(Duration.ofMinutes(54));
            assertThat(lookedUpAnew(browser)).as("after %d minutes", minutes).isPresent();
        }
        clock.pass(Duration.ofMinutes(54));

        assertThat(lookedUpAnew(browser)).isEmpty();
    }

    @Test
    void expiredTokensAreRenewedWithoutAnybodyNoticing() {
        Browser browser = browser("renewed");
        String before = authorization(browser);
        clock.pass(TOKENS_LAST);

        eventually(() -> assertThat(authorization(browser)).isNotEqualTo(before));
    }

    @Test
    void tokensAreRenewedBesideTheRequestsBeforeTheyExpire() {
        Browser browser = browser("ahead");
        String before = authorization(browser);
        clock.pass(TOKENS_LAST.minusSeconds(40));

        eventually(() -> assertThat(authorization(browser)).isNotEqualTo(before));
    }

    @Test
    void manyReplicasRenewOnce() {
        Browser browser = browser("replicas");
        String secret = browser.cookies().get("__Host-gendan");
        clock.pass(TOKENS_LAST);
        int before = provider().refreshes();

        var found = Stream.generate(this::anotherReplica)
                .limit(6)
                .map(replica ->
                        CompletableFuture.supplyAsync(() -> replica.find(secret).join(), new Blocking()))
                .toList();

        assertThat(found).allSatisfy(session -> assertThat(session.join()).isPresent());
        assertThat(provider().refreshes()).isEqualTo(before + 1);
    }

    @Test
    void aLoginThatTheProviderHasEndedEndsTheSession() {
        Browser browser = browser("refused");
        provider().tell("refuse-refresh", "true");
        clock.pass(TOKENS_LAST);

        assertThat(lookedUpAnew(browser)).isEmpty();
        provider().tell("refuse-refresh", "false");
        assertThat(lookedUpAnew(browser)).isEmpty();
    }

    @Test
    void withoutTheProviderASessionLastsAsLongAsItsToken() {
        Browser browser = browser("lasts");
        provider().tell("away", "true");
        clock.pass(TOKENS_LAST.minusSeconds(5));
        assertThat(lookedUpAnew(browser)).isPresent();

        clock.pass(Duration.ofMinutes(1));
        eventually(() -> {
            HttpResponse<String> answer = browser.get(ORDERS);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("login-unavailable");
        });

        provider().tell("away", "false");
        eventually(() -> assertThat(browser.get(ORDERS).statusCode()).isEqualTo(200));
    }

    @Test
    void theTableSignsNobodyInAndNamesNobody() throws SQLException {
        Browser browser = browser("table");
        String secret = browser.cookies().get("__Host-gendan");
        String token = authorization(browser).substring("Bearer ".length());

        String table = tableAsText();

        assertThat(table).isNotEmpty().doesNotContain(secret, token, "kim", "金");
    }

    private String tableAsText() throws SQLException {
        var text = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery(
                        "select provider_sid, encode(id_hash, 'escape'), encode(sealed, 'escape') from session")) {
            while (rows.next())
                text.append(rows.getString(1)).append(rows.getString(2)).append(rows.getString(3));
        }
        return text.toString();
    }

    /** As a replica sees it that has not been asked for a while. */
    private Optional<Session> lookedUpAnew(Browser browser) {
        return anotherReplica().find(browser.cookies().get("__Host-gendan")).join();
    }

    private Sessions anotherReplica() {
        return new Sessions(config, store, identityProvider, vault, clock, new Blocking());
    }

    private static void eventually(org.awaitility.core.ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(6))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(assertion);
    }

    private String authorization(Browser browser) {
        return seen(browser.get(ORDERS)).getJsonArray("authorization").getString(0);
    }

    private static JsonObject seen(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body()).getJsonObject("headers");
    }

    /** Somebody with a name, and so a rate, of his own. */
    private Browser browser(String name) {
        provider().tell("subject", name);
        return new Browser(gateway).signIn();
    }

    private ProviderControl provider() {
        return new ProviderControl(issuer);
    }
}
