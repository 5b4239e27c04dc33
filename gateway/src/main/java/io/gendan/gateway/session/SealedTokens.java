package io.gendan.gateway.session;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.gateway.oidc.Identity;
import io.gendan.gateway.oidc.Tokens;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Tokens and the person's name as the database keeps them: unreadable there, and good for one row only. */
@ApplicationScoped
class SealedTokens {
    private final Vault vault;

    SealedTokens(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(SessionKey key, Tokens tokens) {
        Identity identity = tokens.identity();
        JsonObject content = new JsonObject()
                .put("access", tokens.access())
                .put("refresh", tokens.refresh())
                .put("id", tokens.idToken())
                .put("expires", tokens.accessExpires())
                .put("subject", identity.subject())
                .put("session", identity.providerSession().orElse(null))
                .put("username", identity.username())
                .put("name", identity.name())
                .put("roles", new JsonArray(identity.roles()));
        return vault.seal(content.toBuffer().getBytes(), place(key));
    }

    /** Empty after the key was changed for good: such a session is over. */
    Optional<Tokens> open(SessionKey key, byte[] sealed) {
        return vault.open(sealed, place(key))
                .map(Buffer::buffer)
                .map(JsonObject::new)
                .map(SealedTokens::tokens);
    }

    private static Tokens tokens(JsonObject content) {
        var identity = new Identity(
                content.getString("subject"),
                Optional.ofNullable(content.getString("session")),
                content.getString("username"),
                content.getString("name"),
                content.getJsonArray("roles").stream().map(String::valueOf).toList());
        Instant expires = content.getInstant("expires");
        return new Tokens(
                content.getString("access"), content.getString("refresh"), content.getString("id"), identity, expires);
    }

    private static String place(SessionKey key) {
        return "session " + key.hex();
    }
}
