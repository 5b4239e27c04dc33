package io.gendan.gateway;

import java.net.URI;

import io.gendan.gateway.support.Browser;
import io.gendan.gateway.support.Surroundings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(Surroundings.class)
class ManagementTest {
    @TestHTTPResource
    URI gateway;

    @Test
    void itIsReadyThoughAServiceIsDown() {
        assertThat(browser().get("/api/performance/v1/x").statusCode()).isEqualTo(503);

        assertThat(browser().get("/q/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void itCountsWhatItDoes() {
        browser().get("/api/intake/v1/x");
        browser().get("/api/nobody/v1/x");

        assertThat(browser().get("/q/metrics").body())
                .contains("gendan_gateway_requests_seconds_count{route=\"intake\",status=\"200\"}")
                .contains("gendan_gateway_upstream_seconds_count{service=\"intake\"}")
                .contains("gendan_gateway_refusals_total{code=\"no-such-route\"}")
                .contains("gendan_gateway_sessions ");
    }

    @Test
    void whoComesThroughAProxyFindsNoManagement() {
        assertThat(browser().get("/q/metrics", "X-Forwarded-For", "203.0.113.9").statusCode())
                .isEqualTo(404);
        assertThat(browser().get("/q/health", "Forwarded", "for=203.0.113.9").statusCode())
                .isEqualTo(404);
    }

    private Browser browser() {
        return new Browser(gateway);
    }
}
