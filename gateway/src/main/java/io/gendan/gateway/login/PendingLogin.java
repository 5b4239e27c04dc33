package io.gendan.gateway.login;

import java.time.Instant;

import io.vertx.core.json.JsonObject;

/** A login that was begun in this browser and is not finished. */
record PendingLogin(String state, String nonce, String codeVerifier, String returnTo, Instant begun) {
    JsonObject json() {
        return new JsonObject()
                .put("s", state)
                .put("n", nonce)
                .put("v", codeVerifier)
                .put("r", returnTo)
                .put("t", begun.getEpochSecond());
    }

    static PendingLogin of(JsonObject json) {
        return new PendingLogin(
                json.getString("s"),
                json.getString("n"),
                json.getString("v"),
                json.getString("r"),
                Instant.ofEpochSecond(json.getLong("t")));
    }
}
