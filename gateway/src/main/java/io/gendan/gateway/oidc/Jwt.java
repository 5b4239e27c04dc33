package io.gendan.gateway.oidc;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/** Looks into a token without believing it. */
public final class Jwt {
    private Jwt() {}

    /** Good for counting and showing, never for deciding who somebody is. */
    public static Optional<JsonObject> unverifiedClaims(String token) {
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (first < 0 || second < 0) return Optional.empty();
        try {
            byte[] claims = Base64.getUrlDecoder().decode(token.substring(first + 1, second));
            return Optional.of(new JsonObject(new String(claims, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | DecodeException malformed) {
            return Optional.empty();
        }
    }
}
