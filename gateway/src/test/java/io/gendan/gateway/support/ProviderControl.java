package io.gendan.gateway.support;

import java.net.URI;
import java.net.http.HttpRequest;

import io.vertx.core.json.JsonObject;

/** Tells a {@link SigningProvider} how to behave. */
public record ProviderControl(String issuer) {
    public void tell(String what, String value) {
        ask("/control?" + what + '=' + value);
    }

    public void asBefore() {
        ask(
                "/control?away=false&refuse-refresh=false&wrong-nonce=false&foreign-audience=false&foreign-key=false&subject=kim");
    }

    public int refreshes() {
        return new JsonObject(ask("/control")).getInteger("refreshes");
    }

    public String logoutToken(String query) {
        return ask("/logout-token?" + query);
    }

    private String ask(String path) {
        return Browser.send(HttpRequest.newBuilder(URI.create(issuer + path))).body();
    }
}
