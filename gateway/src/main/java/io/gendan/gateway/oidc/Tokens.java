package io.gendan.gateway.oidc;

import java.time.Instant;

/** What a login or a refresh yields; {@code refresh} may be absent. */
public record Tokens(String access, String refresh, String idToken, Identity identity, Instant accessExpires) {
    @Override
    public String toString() {
        return "Tokens[expire " + accessExpires + "]";
    }
}
