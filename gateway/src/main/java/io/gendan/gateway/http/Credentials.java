package io.gendan.gateway.http;

import java.util.List;
import java.util.Optional;

import io.vertx.core.http.HttpServerRequest;

/** What a request says about who sends it; a token goes before a cookie. */
public sealed interface Credentials {
    record Bearer(String token) implements Credentials {}

    record SessionCookie(String secret) implements Credentials {}

    record None() implements Credentials {}

    /** Two answers to one question. */
    record Contradictory() implements Credentials {}

    static Credentials of(HttpServerRequest request) {
        List<String> given = request.headers().getAll("Authorization");
        if (given.size() > 1) return new Contradictory();
        if (given.size() == 1 && given.getFirst().regionMatches(true, 0, "Bearer ", 0, 7)) {
            return new Bearer(given.getFirst().substring(7).strip());
        }
        Optional<String> secret = Cookies.SESSION.in(request);
        return secret.isPresent() ? new SessionCookie(secret.get()) : new None();
    }
}
