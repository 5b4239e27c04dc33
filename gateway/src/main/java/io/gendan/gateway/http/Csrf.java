package io.gendan.gateway.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.gateway.GatewayConfig;
import io.vertx.core.http.HttpServerRequest;

/** Whether a request with a session comes from our own pages. */
@ApplicationScoped
public class Csrf {
    private final Set<String> origins;

    Csrf(GatewayConfig config) {
        origins = new HashSet<>(config.session().allowedOrigins().orElse(List.of()));
        origins.add(originOf(config.publicUrl()));
    }

    public boolean proves(HttpServerRequest request, String expectedToken) {
        String origin = request.getHeader("Origin");
        String token = request.getHeader("X-CSRF-Token");
        String site = request.getHeader("Sec-Fetch-Site");
        return origin != null
                && origins.contains(origin)
                && (site == null || !site.equals("cross-site"))
                && token != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), expectedToken.getBytes(StandardCharsets.UTF_8));
    }

    private static String originOf(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
