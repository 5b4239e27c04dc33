package io.gendan.gateway.session;

import java.time.Instant;

import io.gendan.gateway.oidc.Tokens;

/** A signed-in browser. */
public record Session(SessionKey key, Tokens tokens, Instant seenAt, Instant expiresAt) {
    /** As the services see the person. */
    public String authorization() {
        return "Bearer " + tokens.access();
    }
}
