package io.gendan.gateway.proxy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import io.gendan.gateway.support.Browser;
import io.gendan.gateway.support.Surroundings;
import io.gendan.gateway.support.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@WithTestResource(Surroundings.class)
class LimitsTest {
    private static final int BODY_LIMIT = 64 * 1024;

    @TestHTTPResource
    URI gateway;

    @Test
    void aServiceThatIsDownIsSaidToBeSoAtOnce() {
        Instant began = Instant.now();

        HttpResponse<String> answer = browser().post("/api/performance/v1/reviews", "{}");

        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(1));
        assertRefused(answer, 503, "service-unavailable");
        assertThat(answer.headers().firstValue("retry-after")).contains("2");
    }

    @Test
    void aServiceThatNeverAnswersIsNotWaitedForEver() {
        assertRefused(browser().get("/api/intake/v1/never"), 504, "service-timeout");
    }

    @Test
    void aBodyThatNeverEndsIsNotWaitedForEver() {
        try (var wire = new Wire(gateway)) {
            String heard = wire.say("POST /api/intake/v1/x HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nslow")
                    .hear();

            assertThat(heard)
                    .startsWith("HTTP/1.1 408")
                    .contains("request-timeout")
                    .doesNotContain("(silence)");
        }
    }

    @Test
    void aServiceThatBreaksOffMayHaveActed() {
        assertRefused(browser().post("/api/intake/v1/breaks-off", "{}"), 502, "service-failed");
        assertRefused(browser().get("/api/intake/v1/breaks-off"), 503, "service-unavailable");
    }

    @Test
    void aReadThatBreaksOffIsTriedOnceMore() {
        assertThat(browser().get("/api/intake/v1/breaks-off-once").statusCode()).isEqualTo(200);
    }

    @Test
    void halfAnAnswerDoesNotLookLikeAWholeOne() {
        assertThatThrownBy(() -> browser().get("/api/intake/v1/half"))
                .hasRootCauseInstanceOf(java.io.IOException.class);
        try (var wire = new Wire(gateway)) {
            String heard = wire.say("GET /api/intake/v1/half HTTP/1.1\r\nHost: a\r\n\r\n")
                    .hear();

            assertThat(heard).contains("half of it").doesNotContain("\r\n0\r\n", "(silence)");
        }
    }

    @Test
    void eventsArriveAsTheyHappen() {
        try (var wire = new Wire(gateway)) {
            wire.say("GET /api/intake/v1/events HTTP/1.1\r\nHost: a\r\n\r\n");

            String first = wire.hearUntil("data: first\n\n");
            Instant then = Instant.now();
            wire.hearUntil("data: second\n\n");

            assertThat(first).contains("200 OK").doesNotContain("second");
            assertThat(Duration.between(then, Instant.now())).isGreaterThan(Duration.ofMillis(400));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/intake/v1/orders,65536,200",
        "/api/intake/v1/orders,65537,413",
        "/api/intake/v1/orders/7/documents,262144,200",
        "/api/intake/v1/orders/7/documents,262145,413",
        "/api/intake/v1/documents/7/pages,65537,200",
        "/api/intake/v1/documentsx,65537,413"
    })
    void aBodyIsAsLargeAsItsPathAllows(String path, int size, int status) {
        HttpResponse<String> announced = browser().send("POST", path, ofBytes(size, true));
        HttpResponse<String> chunked = browser().send("POST", path, ofBytes(size, false));

        assertThat(List.of(announced.statusCode(), chunked.statusCode())).containsExactly(status, status);
        if (status == 413) {
            assertRefused(announced, 413, "body-too-large");
            assertRefused(chunked, 413, "body-too-large");
        }
    }

    @Test
    void aHugeBodyIsRefusedBeforeItIsSent() {
        try (var wire = new Wire(gateway)) {
            String heard = wire.say("POST /api/intake/v1/x HTTP/1.1\r\nHost: a\r\nContent-Length: 50000000\r\n"
                            + "Expect: 100-continue\r\n\r\n")
                    .hearUntil("}");

            assertThat(heard).startsWith("HTTP/1.1 413").containsIgnoringCase("connection: close");
        }
    }

    @Test
    void aClientThatWaitsToBeToldMaySend() {
        try (var wire = new Wire(gateway)) {
            wire.say("POST /api/intake/v1/x HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
            assertThat(wire.hearUntil("\r\n\r\n")).startsWith("HTTP/1.1 100");

            assertThat(wire.say("{}").hearUntil("\"bytes\":2")).contains("200 OK");
        }
    }

    @Test
    void headersHaveALimitToo() {
        try (var wire = new Wire(gateway)) {
            String heard = wire.say(
                            "GET /api/intake/v1/x HTTP/1.1\r\nHost: a\r\nX-Long: " + "a".repeat(20_000) + "\r\n\r\n")
                    .hear();

            assertThat(heard).startsWith("HTTP/1.1 431");
        }
    }

    @Test
    void onePrincipalCannotTakeEverybodysShare() {
        String greedy = "Bearer " + ApiTest.unsigned("{\"sub\":\"greedy\"}");
        var answers = IntStream.range(0, 75)
                .mapToObj(_ -> browser().get("/api/intake/v1/orders", "Authorization", greedy))
                .toList();

        HttpResponse<String> refused = answers.stream()
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        assertRefused(refused, 429, "rate-limited");
        assertThat(refused.headers().firstValue("retry-after")).contains("1");
        String modest = "Bearer " + ApiTest.unsigned("{\"sub\":\"modest\"}");
        assertThat(browser()
                        .get("/api/intake/v1/orders", "Authorization", modest)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void inventingNamesBuysNothing() {
        try (var wire = new Wire(gateway, "127.0.0.66")) {
            String last = "";
            for (int i = 0; i < 600 && !last.contains(" 429 "); i++) {
                String token = ApiTest.unsigned("{\"sub\":\"invented-" + i + "\"}");
                wire.say("GET /api/intake/v1/unauthorized HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token
                        + "\r\n\r\n");
                last = wire.hearUntil("\r\n\r\n");
            }
            assertThat(last).contains(" 429 ");
        }
        assertThat(browser().get("/api/intake/v1/orders").statusCode()).isEqualTo(200);
    }

    private static HttpRequest.BodyPublisher ofBytes(int size, boolean announced) {
        byte[] body = new byte[size];
        return announced
                ? HttpRequest.BodyPublishers.ofByteArray(body)
                : HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(ApiTest.json(answer).getString("code")).isEqualTo(code);
    }

    private Browser browser() {
        return new Browser(gateway);
    }
}
