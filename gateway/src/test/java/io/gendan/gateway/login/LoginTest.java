package io.gendan.gateway.login;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;

import jakarta.inject.Inject;

import io.gendan.gateway.support.Browser;
import io.gendan.gateway.support.MovableClock;
import io.gendan.gateway.support.ProviderControl;
import io.gendan.gateway.support.Surroundings;
import io.gendan.gateway.support.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(Surroundings.class)
class LoginTest {
    @TestHTTPResource
    URI gateway;

    @ConfigProperty(name = "gendan.gateway.oidc.issuer")
    String issuer;

    @Inject
    MovableClock clock;

    @AfterEach
    void asBefore() {
        clock.backToNow();
        provider().asBefore();
    }

    @Test
    void whoSignsInIsKnown() {
        Browser browser = browser().signIn();

        JsonObject me = browser.me();

        assertThat(me.getString("username")).isEqualTo("kim");
        assertThat(me.getString("name")).isEqualTo("金");
        assertThat(me.getJsonArray("roles")).containsExactly("SALES");
        assertThat(me.getString("csrfToken")).hasSizeGreaterThan(40);
        assertThat(me.getInstant("expiresAt")).isAfter(Instant.now());
    }

    @Test
    void theSessionCookieIsForUsAloneAndForNoScript() {
        Browser browser = browser();
        HttpResponse<String> callback = browser.signInTo("/orders?tab=1");

        assertThat(callback.headers().firstValue("location")).contains(Surroundings.PUBLIC_URL + "/orders?tab=1");
        assertThat(callback.headers().allValues("set-cookie"))
                .filteredOn(cookie -> cookie.startsWith("__Host-gendan="))
                .singleElement()
                .asString()
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Domain");
        assertThat(browser.cookies()).containsOnlyKeys("__Host-gendan");
    }

    @Test
    void theProviderIsAskedWithStateNonceAndChallenge() {
        assertThat(browser().begin("/"))
                .startsWith(issuer + "/auth?response_type=code&client_id=gendan-web")
                .contains("&state=", "&nonce=", "&code_challenge=", "&code_challenge_method=S256", "&ui_locales=zh-CN")
                .contains("redirect_uri=https%3A%2F%2Fgendan.test%2Fauth%2Fcallback");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example/", "//evil.example", "/\\evil.example", "/auth/login", "javascript:1"})
    void nobodyIsSentElsewhere(String wanted) {
        assertThat(browser().signInTo(wanted).headers().firstValue("location")).contains(Surroundings.PUBLIC_URL + "/");
    }

    @Test
    void aCallbackInAnotherBrowserSignsNobodyIn() {
        String callback = Browser.providersAnswer(browser().begin("/"));

        HttpResponse<String> answer = browser().get(callback, "Accept", "application/json");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("login-failed");
        assertThat(answer.headers().allValues("set-cookie")).noneMatch(cookie -> cookie.startsWith("__Host-gendan="));
    }

    @Test
    void aCallbackWorksOnceAndGoingBackIsHarmless() {
        Browser browser = browser();
        String callback = Browser.providersAnswer(browser.begin("/orders"));
        assertThat(browser.get(callback).statusCode()).isEqualTo(303);
        String session = browser.cookies().get("__Host-gendan");

        HttpResponse<String> again = browser.get(callback);

        assertThat(again.headers().firstValue("location")).contains(Surroundings.PUBLIC_URL + "/");
        assertThat(browser.cookies()).containsEntry("__Host-gendan", session);
    }

    @Test
    void severalTabsMaySignInAtOnce() {
        Browser browser = browser();
        String first = Browser.providersAnswer(browser.begin("/first"));
        String second = Browser.providersAnswer(browser.begin("/second"));

        assertThat(browser.get(first).headers().firstValue("location")).contains(Surroundings.PUBLIC_URL + "/first");
        assertThat(browser.get(second).headers().firstValue("location")).contains(Surroundings.PUBLIC_URL + "/second");
    }

    @Test
    void aLoginThatTookTooLongStartsAnew() {
        Browser browser = browser();
        String callback = Browser.providersAnswer(browser.begin("/"));
        clock.pass(java.time.Duration.ofMinutes(11));

        assertThat(browser.get(callback).statusCode()).isEqualTo(400);
    }

    @Test
    void anAnswerOfAnotherProviderIsRefused() {
        Browser browser = browser();
        String callback = Browser.providersAnswer(browser.begin("/"));

        String elsewhere = callback.replaceAll("iss=[^&]*", "iss=https://evil.example");
        assertThat(browser.get(elsewhere).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong-nonce", "foreign-audience", "foreign-key"})
    void aTokenThatIsNotForThisLoginSignsNobodyIn(String fault) {
        provider().tell(fault, "true");
        Browser browser = browser();

        assertThat(browser.signInTo("/").statusCode()).isEqualTo(400);
        assertThat(browser.cookies()).doesNotContainKey("__Host-gendan");
    }

    @Test
    void signingInAgainEndsTheSessionBefore() {
        Browser browser = browser().signIn();
        Browser thief = browser();
        thief.cookies().putAll(browser.cookies());

        browser.signIn();

        assertThat(thief.get("/auth/me").statusCode()).isEqualTo(401);
        assertThat(browser.get("/auth/me").statusCode()).isEqualTo(200);
    }

    @Test
    void withoutTheProviderThereIsAPageThatSaysSo() {
        provider().tell("away", "true");
        clock.pass(java.time.Duration.ofSeconds(6));

        HttpResponse<String> page = browser().get("/auth/login", "Accept", "text/html", "Accept-Language", "en");

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("retry-after")).contains("5");
        assertThat(page.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(page.body()).contains("<h1>Sign-in unavailable</h1>");
    }

    @Test
    void aProviderThatGoesAwayDuringALoginIsSaidToBeAway() {
        Browser browser = browser();
        String callback = Browser.providersAnswer(browser.begin("/"));
        provider().tell("away", "true");

        HttpResponse<String> answer = browser.get(callback);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(new JsonObject(answer.body()).getString("code")).isEqualTo("login-unavailable");
    }

    @Test
    void withoutASessionNobodyIsKnown() {
        HttpResponse<String> answer = browser().get("/auth/me");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(new JsonObject(answer.body()).getString("code")).isEqualTo("not-signed-in");
    }

    @Test
    void signingOutEndsTheSessionHereAndLeadsToItsEndEverywhere() {
        Browser browser = browser().signIn();
        Browser copy = browser();
        copy.cookies().putAll(browser.cookies());

        HttpResponse<String> answer = browser.post(
                "/auth/logout", "", "X-CSRF-Token", browser.csrfToken(), "Origin", Surroundings.PUBLIC_URL);

        assertThat(new JsonObject(answer.body()).getString("location"))
                .startsWith(issuer + "/logout?")
                .contains("id_token_hint=", "post_logout_redirect_uri=https%3A%2F%2Fgendan.test%2F");
        assertThat(browser.cookies()).isEmpty();
        assertThat(copy.get("/api/intake/v1/x").statusCode()).isEqualTo(401);
    }

    @Test
    void nobodyIsSignedOutByAnotherSite() {
        Browser browser = browser().signIn();

        HttpResponse<String> answer =
                browser.post("/auth/logout", "", "X-CSRF-Token", browser.csrfToken(), "Origin", "https://evil.example");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(browser.get("/auth/me").statusCode()).isEqualTo(200);
    }

    @Test
    void theProviderEndsASessionByItself() {
        provider().tell("subject", "lee");
        Browser lee = browser().signIn();
        provider().tell("subject", "kim");
        Browser kim = browser().signIn();

        HttpResponse<String> answer = backchannel(provider().logoutToken("sub=id-of-lee"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(lee.get("/auth/me").statusCode()).isEqualTo(401);
        assertThat(kim.get("/auth/me").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sub=id-of-park&foreign-key=true",
                "sub=id-of-park&no-event=true",
                "sub=id-of-park&nonce=1",
                "sub=id-of-park&age=600",
                "age=0"
            })
    void aFalseLogoutTokenEndsNothing(String flaw) {
        provider().tell("subject", "park");
        Browser park = browser().signIn();

        assertThat(backchannel(provider().logoutToken(flaw)).statusCode()).isEqualTo(400);
        assertThat(park.get("/auth/me").statusCode()).isEqualTo(200);
    }

    @Test
    void aLogoutThatIsNoFormOrTooLongIsRefused() {
        String path = "/auth/backchannel-logout";
        String form = "application/x-www-form-urlencoded";

        assertThat(browser()
                        .post(path, "{}", "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser().post(path, "a=b", "Content-Type", form).statusCode())
                .isEqualTo(400);
        assertThat(browser()
                        .post(path, "logout_token=" + "x".repeat(20_000), "Content-Type", form)
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void aWrongMethodOrAddressUnderAuthIsRefused() {
        assertThat(browser().get("/auth/logout").statusCode()).isEqualTo(405);
        assertThat(browser().get("/auth/nothing").statusCode()).isEqualTo(404);
        try (var wire = new Wire(gateway)) {
            assertThat(wire.say("GET /auth/login?return=%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                            .hear())
                    .startsWith("HTTP/1.1 400");
        }
    }

    private HttpResponse<String> backchannel(String logoutToken) {
        return Browser.send(HttpRequest.newBuilder(gateway.resolve("/auth/backchannel-logout"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + logoutToken)));
    }

    private ProviderControl provider() {
        return new ProviderControl(issuer);
    }

    private Browser browser() {
        return new Browser(gateway);
    }
}
