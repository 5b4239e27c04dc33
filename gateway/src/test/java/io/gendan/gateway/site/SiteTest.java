package io.gendan.gateway.site;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import io.gendan.gateway.support.Browser;
import io.gendan.gateway.support.Surroundings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(Surroundings.class)
class SiteTest {
    @TestHTTPResource
    URI gateway;

    @BeforeEach
    void isPacked() {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> coding("br")
                .equals("br"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/index.html", "/orders", "/orders/0198-abc/timeline", "/orders/%E5%8D%95?tab=1", "/apix"})
    void aPageOfTheBrowsersSideIsTheFrontPage(String path) {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("front page");
        assertThat(answer.headers().firstValue("cache-control")).contains("no-cache");
        assertThat(answer.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/missing.js", "/assets/gone-Ab3_xY9z.js", "/.vite/manifest.json", "/outside.txt", "/.env"})
    void aFileThatIsNotThereIsNotFound(String path) {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aFileWhoseNameHoldsItsHashMayBeKeptForEver() {
        assertThat(get("/assets/main-Ab3_xY9z.js").headers().firstValue("cache-control"))
                .contains("public, max-age=31536000, immutable");
        assertThat(get("/assets/plain.js").headers().firstValue("cache-control"))
                .contains("no-cache");
    }

    @Test
    void textIsPackedAsTheBrowserLikes() {
        assertThat(coding("br, gzip")).isEqualTo("br");
        assertThat(coding("gzip, deflate")).isEqualTo("gzip");
        assertThat(coding("gzip;q=0, deflate")).isEqualTo("none");
        assertThat(coding("identity")).isEqualTo("none");
        assertThat(get("/assets/main-Ab3_xY9z.js").headers().firstValue("vary")).contains("Accept-Encoding");
    }

    @Test
    void whatTheBrowserHasIsNotSentAgain() {
        String etag = get("/").headers().firstValue("etag").orElseThrow();

        HttpResponse<String> again = get("/", "If-None-Match", etag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void aHeadSaysHowLongAndAPostIsRefused() {
        HttpResponse<String> head = new Browser(gateway).send("HEAD", "/", HttpRequest.BodyPublishers.noBody());

        assertThat(head.headers().firstValueAsLong("content-length").orElseThrow())
                .isGreaterThan(600);
        assertThat(new Browser(gateway).post("/", "{}").statusCode()).isEqualTo(405);
    }

    @Test
    void aPageRunsOnlyOurOwnScriptsInNobodysFrame() {
        var headers = get("/orders").headers();

        assertThat(headers.firstValue("content-security-policy").orElseThrow())
                .contains("script-src 'self';", "frame-ancestors 'none'", "default-src 'none'")
                .doesNotContain("script-src 'self' 'unsafe");
        assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
        assertThat(headers.firstValue("referrer-policy")).isPresent();
        assertThat(headers.firstValue("permissions-policy")).isPresent();
        assertThat(headers.firstValue("strict-transport-security")).isPresent();
    }

    private String coding(String accepted) {
        return get("/assets/main-Ab3_xY9z.js", "Accept-Encoding", accepted)
                .headers()
                .firstValue("content-encoding")
                .orElse("none");
    }

    private HttpResponse<String> get(String path, String... headers) {
        return new Browser(gateway).get(path, headers);
    }
}
