package io.gendan.gateway.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.gateway.GatewayConfig;
import io.gendan.gateway.http.Cookies;
import io.gendan.gateway.session.Vault;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * The begun logins of a browser, sealed in its own cookie: they bind the callback to the browser that asked for it, and
 * strangers who begin logins fill nothing on our side. Several, because several tabs may ask at once.
 */
@ApplicationScoped
class PendingLogins {
    private static final int MOST = 4;
    private static final String PLACE = "pending logins";

    private final Vault vault;
    private final Clock clock;
    private final Duration within;

    PendingLogins(Vault vault, Clock clock, GatewayConfig config) {
        this.vault = vault;
        this.clock = clock;
        this.within = config.oidc().loginWithin();
    }

    List<PendingLogin> of(HttpServerRequest request) {
        Instant oldest = clock.instant().minus(within);
        return Cookies.LOGIN
                .in(request)
                .flatMap(this::opened)
                .map(JsonArray::new)
                .map(list -> list.stream()
                        .map(JsonObject.class::cast)
                        .map(PendingLogin::of)
                        .filter(login -> login.begun().isAfter(oldest))
                        .toList())
                .orElse(List.of());
    }

    String cookieWith(List<PendingLogin> earlier, PendingLogin login) {
        List<PendingLogin> all =
                Stream.concat(earlier.stream(), Stream.of(login)).toList();
        return cookie(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    String cookieWithout(List<PendingLogin> earlier, PendingLogin done) {
        return cookie(earlier.stream().filter(login -> !login.equals(done)).toList());
    }

    private String cookie(List<PendingLogin> logins) {
        if (logins.isEmpty()) return Cookies.LOGIN.clear();
        JsonArray content =
                new JsonArray(logins.stream().map(PendingLogin::json).toList());
        byte[] sealed = vault.seal(content.toBuffer().getBytes(), PLACE);
        return Cookies.LOGIN.set(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), within);
    }

    private Optional<Buffer> opened(String cookie) {
        try {
            return vault.open(Base64.getUrlDecoder().decode(cookie), PLACE).map(Buffer::buffer);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
