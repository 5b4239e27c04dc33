package io.gendan.gateway;

import java.net.URI;

import io.gendan.gateway.support.Surroundings;
import io.gendan.gateway.support.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(Surroundings.class)
class MalformedRequestTest {
    private static final String ECHO = "\"method\":";

    @TestHTTPResource
    URI gateway;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/intake/../../q/metrics",
                "/api/intake/..%2f..%2fq/metrics",
                "/api/intake/%2e%2e/q/metrics",
                "/api/intake/.%2E/q/metrics",
                "/api/intake/..;/q/metrics",
                "/api/intake/v1/..%5c..%5cq",
                "/api/intake/v1/a%2Fb",
                "/api/intake/v1/a%00b",
                "/api/intake/v1/a%0d%0aSet-Cookie:x",
                "/api/intake/v1/%zz",
                "/api/intake/v1/%e",
                "/api/intake/v1/%c0%af",
                "/api/intake//v1/x",
                "//api/intake/v1/x",
                "/api/intake/v1/a\\b",
                "/api/./intake/v1/x",
                "/..%2f..%2foutside.txt",
                "/../outside.txt",
                "/assets/..%2foutside.txt",
                "http://evil.example/api/intake/v1/x",
                "*",
                "api/intake/v1/x"
            })
    void aPathThatCouldBeReadInTwoWaysIsRefused(String path) {
        String heard = exchange("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(heard).startsWith("HTTP/1.1 40").doesNotContain(ECHO, "outside", "(silence)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "get"})
    void aMethodNobodyServesIsRefused(String method) {
        String heard = exchange(method + " /api/intake/v1/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(heard).startsWith("HTTP/1.1 405").contains("method-not-allowed");
    }

    /** The length is dropped as RFC 9112 demands, so nobody behind us can be led to count otherwise than we did. */
    @Test
    void whereChunksAndALengthDisagreeTheChunksCount() {
        String heard = exchange(
                "POST /api/intake/v1/x HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /q/../api HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(heard)
                .containsSubsequence("200 OK", "\"bytes\":0", "HTTP/1.1 400 Bad Request")
                .doesNotContain("\"content-length\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Transfer-Encoding : chunked",
                "Content-Length: 4\r\nContent-Length: 5",
                "Content-Length: +4",
                "Content-Length: 4, 5",
                "Content-Length: -1",
                "Content-Length: 99999999999999999999"
            })
    void aBodyOfDoubtfulLengthEndsTheConnection(String framing) {
        String heard = exchange("POST /api/intake/v1/x HTTP/1.1\r\nHost: a\r\n" + framing
                + "\r\n\r\n0\r\n\r\nGET /api/intake/v1/smuggled HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(heard).startsWith("HTTP/1.1 4").doesNotContain("smuggled", ECHO, "(silence)");
    }

    @Test
    void aHeaderNamedInConnectionIsNotPassedOnAndCredentialsStayWhatTheyAre() {
        String heard = exchange("GET /api/intake/v1/x HTTP/1.1\r\nHost: a\r\nX-Secret: 1\r\nAuthorization: Bearer t\r\n"
                + "Connection: close, X-Secret, Authorization\r\n\r\n");

        assertThat(heard).contains("200 OK", "Bearer t").doesNotContain("x-secret");
    }

    @Test
    void anExpectationWeDoNotKnowIsRefused() {
        String heard =
                exchange("POST /api/intake/v1/x HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: a-miracle\r\n"
                        + "Connection: close\r\n\r\n{}");

        assertThat(heard).startsWith("HTTP/1.1 417");
    }

    @Test
    void anUpgradeIsNotPassedOn() {
        String heard = exchange("GET /api/intake/v1/x HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nConnection: Upgrade, close\r\n\r\n");

        assertThat(heard).contains("200 OK").doesNotContain("websocket");
    }

    @Test
    void manyRequestsOnOneConnectionKeepTheirOrder() {
        String one = "GET /api/intake/v1/one HTTP/1.1\r\nHost: a\r\n\r\n";
        String two = "POST /api/intake/v1/two HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}";
        String three = "GET /api/intake/v1/three HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

        assertThat(exchange(one + two + three)).containsSubsequence("/v1/one", "/v1/two", "/v1/three");
    }

    private String exchange(String request) {
        try (var wire = new Wire(gateway)) {
            return wire.say(request).hear();
        }
    }
}
