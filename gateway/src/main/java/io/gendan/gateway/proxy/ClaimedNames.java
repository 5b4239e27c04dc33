package io.gendan.gateway.proxy;

import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.gendan.gateway.oidc.Jwt;
import io.vertx.core.json.JsonObject;

/** Whom a bearer token says it is for, remembered because the same token comes again and again. */
final class ClaimedNames {
    private static final int MOST_CHARACTERS = 8_000_000;
    private static final int LONGEST_NAME = 200;

    private final LoadingCache<String, Optional<String>> byToken = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String token, Optional<String> _) -> token.length())
            .expireAfterAccess(Duration.ofMinutes(1))
            .build(token -> Jwt.unverifiedClaims(token).flatMap(ClaimedNames::nameIn));

    Optional<String> of(String token) {
        return byToken.get(token);
    }

    private static Optional<String> nameIn(JsonObject claims) {
        Object name = claims.getValue("sub") != null ? claims.getValue("sub") : claims.getValue("azp");
        return name instanceof String text && text.length() <= LONGEST_NAME ? Optional.of(text) : Optional.empty();
    }
}
