package io.gendan.gateway.proxy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;

import io.gendan.gateway.support.Browser;
import io.gendan.gateway.support.Surroundings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(Surroundings.class)
class ApiTest {
    @TestHTTPResource
    URI gateway;

    @Test
    void aRequestReachesItsServiceUnchanged() {
        JsonObject seen = json(browser()
                .post(
                        "/api/intake/v1/orders/%E5%8D%95?limit=5&q=%2F..",
                        "{\"a\":1}", "Content-Type", "application/json"));

        assertThat(seen.getString("method")).isEqualTo("POST");
        assertThat(seen.getString("uri")).isEqualTo("/api/intake/v1/orders/%E5%8D%95?limit=5&q=%2F..");
        assertThat(seen.getInteger("bytes")).isEqualTo(7);
        assertThat(header(seen, "content-type")).isEqualTo("application/json");
    }

    @Test
    void onlyTheOpenApiDocumentOfAServicesOwnPagesIsReachable() {
        assertThat(json(browser().get("/api/intake/openapi?format=json")).getString("uri"))
                .isEqualTo("/q/openapi?format=json");
        assertThat(json(browser().get("/api/intake/q/metrics")).getString("uri"))
                .isEqualTo("/api/intake/q/metrics");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/", "/api/intake", "/api/nobody/v1/x", "/api/Intake/v1", "/apix/intake/v1.x"})
    void anAddressOfNoServiceIsNotFound(String path) {
        HttpResponse<String> answer = browser().get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).getString("code")).isEqualTo("no-such-route");
    }

    @Test
    void whatACallerClaimsAboutHimselfDoesNotReachAService() {
        JsonObject seen = json(browser()
                .get(
                        "/api/intake/v1/orders",
                        "X-Forwarded-For",
                        "6.6.6.6",
                        "X-Forwarded-Host",
                        "evil.example",
                        "X-Forwarded-Prefix",
                        "/evil",
                        "Forwarded",
                        "for=6.6.6.6",
                        "X-Real-IP",
                        "6.6.6.6",
                        "X-User",
                        "boss",
                        "X-User-Id",
                        "boss",
                        "X-Remote-User",
                        "boss",
                        "X-Auth-Request-Email",
                        "boss",
                        "Remote_User",
                        "boss",
                        "X_Forwarded_For",
                        "6.6.6.6",
                        "X-HTTP-Method-Override",
                        "DELETE",
                        "X-Original-URL",
                        "/q/metrics",
                        "Cookie",
                        "service=1; __Host-other=2",
                        "Authorization",
                        "Basic Ym9zczpib3Nz",
                        "baggage",
                        "userId=boss"));

        assertThat(seen.encode())
                .doesNotContain("6.6.6.6", "boss", "evil", "DELETE", "/q/metrics", "__Host-other", "Basic");
        assertThat(header(seen, "x-forwarded-for")).isEqualTo("127.0.0.1");
        assertThat(header(seen, "x-forwarded-host")).isEqualTo("gendan.test");
        assertThat(header(seen, "x-forwarded-proto")).isEqualTo("https");
        assertThat(header(seen, "x-forwarded-port")).isEqualTo("443");
    }

    @Test
    void aBearerTokenPassesUntouchedAndGoesBeforeACookie() {
        String token = "Bearer " + unsigned("{\"sub\":\"passes\"}");

        JsonObject seen = json(
                browser().get("/api/intake/v1/orders", "Authorization", token, "Cookie", "__Host-gendan=somebody"));

        assertThat(header(seen, "authorization")).isEqualTo(token);
        assertThat(seen.getJsonObject("headers").fieldNames()).doesNotContain("cookie");
    }

    @Test
    void aBearerTokenNeedsNoCsrfTokenEvenBesideACookie() {
        HttpResponse<String> answer = browser()
                .post(
                        "/api/intake/v1/orders",
                        "{}",
                        "Authorization",
                        "Bearer " + unsigned("{\"sub\":\"erp\"}"),
                        "Cookie",
                        "__Host-gendan=somebody");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void twoAuthorizationsAreOneTooMany() {
        HttpResponse<String> answer =
                browser().get("/api/intake/v1/orders", "Authorization", "Bearer a", "Authorization", "Bearer b");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).getString("code")).isEqualTo("bad-request");
    }

    @Test
    void whatAServiceSaysAboutItselfDoesNotReachTheCaller() {
        HttpResponse<String> answer = browser().get("/api/intake/v1/cookies");

        assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "server", "x-internal");
        assertThat(answer.headers().firstValue("etag")).contains("\"7\"");
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
        assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(answer.headers().firstValue("strict-transport-security")).isPresent();
        assertThat(answer.body()).isEqualTo("ok");
    }

    @Test
    void anAnswerWithoutContentStaysOne() {
        assertThat(browser().get("/api/intake/v1/nothing").statusCode()).isEqualTo(204);
    }

    @Test
    void aHeadHasTheLengthAndNoBody() {
        HttpResponse<String> answer =
                browser().send("HEAD", "/api/intake/v1/cookies", HttpRequest.BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aGoodCorrelationIdIsKept() {
        HttpResponse<String> answer = browser().get("/api/intake/v1/orders", "X-Correlation-Id", "order-4711.a_b");

        assertThat(header(json(answer), "x-correlation-id")).isEqualTo("order-4711.a_b");
        assertThat(answer.headers().firstValue("x-correlation-id")).contains("order-4711.a_b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "has space in it",
                "<script>alert(1)</script>",
                "characters-are-fine-but-there-are-far-too-many-of-them-for-a-log-line"
            })
    void aBadCorrelationIdIsReplaced(String given) {
        HttpResponse<String> answer = browser().get("/api/intake/v1/orders", "X-Correlation-Id", given);

        assertThat(header(json(answer), "x-correlation-id"))
                .isNotEqualTo(given)
                .matches("[0-9a-f]{32}")
                .isEqualTo(answer.headers().firstValue("x-correlation-id").orElseThrow());
    }

    @Test
    void aTraceGoesOnAndWithoutOneItBegins() {
        String given = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        JsonObject goesOn = json(browser().get("/api/intake/v1/orders", "traceparent", given, "tracestate", "a=1"));
        JsonObject begins =
                json(browser().get("/api/intake/v1/orders", "traceparent", "00-0-0-01", "tracestate", "a=1"));

        assertThat(header(goesOn, "traceparent")).isEqualTo(given);
        assertThat(header(goesOn, "tracestate")).isEqualTo("a=1");
        assertThat(header(begins, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(begins.getJsonObject("headers").fieldNames()).doesNotContain("tracestate");
    }

    @Test
    void aRefusalSpeaksChineseUnlessEnglishIsPreferred() {
        JsonObject chinese = json(browser().get("/api/nobody/v1/x"));
        HttpResponse<String> english = browser().get("/api/nobody/v1/x", "Accept-Language", "en-GB,zh;q=0.5");

        assertThat(chinese.getString("title")).isEqualTo("地址不存在");
        assertThat(json(english).getString("title")).isEqualTo("No such route");
        assertThat(english.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(json(english).getString("type")).isEqualTo("urn:gendan:problem:no-such-route");
    }

    private Browser browser() {
        return new Browser(gateway);
    }

    static String unsigned(String claims) {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"alg\":\"none\"}".getBytes()) + '.' + base64.encodeToString(claims.getBytes())
                + ".c2ln";
    }

    static JsonObject json(HttpResponse<String> answer) {
        return new JsonObject(answer.body());
    }

    static String header(JsonObject seen, String name) {
        var values = seen.getJsonObject("headers").getJsonArray(name);
        assertThat(values).as(name).hasSize(1);
        return values.getString(0);
    }
}
