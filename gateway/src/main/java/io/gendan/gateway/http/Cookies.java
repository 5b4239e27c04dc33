package io.gendan.gateway.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.vertx.core.http.HttpServerRequest;

/**
 * The gateway's two cookies. The prefix makes the browser refuse one that is not Secure, names a domain or was set for another
 * path; browsers take it on http://localhost too.
 */
public enum Cookies {
    SESSION("__Host-gendan"),
    LOGIN("__Host-gendan-login");

    private final String title;

    Cookies(String title) {
        this.title = title;
    }

    public String set(String value) {
        return title + '=' + value + "; Path=/; Secure; HttpOnly; SameSite=Lax";
    }

    public String set(String value, Duration lasts) {
        return set(value) + "; Max-Age=" + lasts.toSeconds();
    }

    public String clear() {
        return set("", Duration.ZERO);
    }

    /** A name given twice is nobody's cookie. */
    public Optional<String> in(HttpServerRequest request) {
        List<String> headers = request.headers().getAll("Cookie");
        String found = null;
        for (String header : headers) {
            for (String pair : header.split(";")) {
                String cookie = pair.strip();
                if (cookie.length() > title.length()
                        && cookie.charAt(title.length()) == '='
                        && cookie.startsWith(title)) {
                    if (found != null) return Optional.empty();
                    found = cookie.substring(title.length() + 1);
                }
            }
        }
        return found == null || found.isEmpty() ? Optional.empty() : Optional.of(found);
    }
}
