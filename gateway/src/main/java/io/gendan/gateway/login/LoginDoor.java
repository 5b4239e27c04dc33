package io.gendan.gateway.login;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.gateway.http.Answer;
import io.gendan.gateway.http.Blocking;
import io.gendan.gateway.http.Cookies;
import io.gendan.gateway.http.Csrf;
import io.gendan.gateway.http.Exchange;
import io.gendan.gateway.http.RateLimits;
import io.gendan.gateway.http.Refusal;
import io.gendan.gateway.session.Sessions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;

/** Everything under {@code /auth}. */
@ApplicationScoped
public class LoginDoor {
    private final Login login;
    private final Sessions sessions;
    private final RateLimits rates;
    private final Csrf csrf;
    private final Blocking blocking;

    LoginDoor(Login login, Sessions sessions, RateLimits rates, Csrf csrf, Blocking blocking) {
        this.login = login;
        this.sessions = sessions;
        this.rates = rates;
        this.csrf = csrf;
        this.blocking = blocking;
    }

    public void handle(Exchange exchange) {
        HttpMethod method =
                switch (exchange.path()) {
                    case "/auth/login", "/auth/callback", "/auth/me" -> HttpMethod.GET;
                    case "/auth/logout", "/auth/backchannel-logout" -> HttpMethod.POST;
                    default -> null;
                };
        if (method == null) {
            exchange.refuse(Refusal.NO_SUCH_ROUTE);
        } else if (!exchange.request().method().equals(method)) {
            exchange.response().putHeader("Allow", method.name());
            exchange.refuse(Refusal.METHOD_NOT_ALLOWED);
        } else if (!hasReadableQuery(exchange)) {
            exchange.refuse(Refusal.BAD_REQUEST);
        } else {
            int wait = rates.ofAddress(exchange.clientAddress());
            if (wait == RateLimits.GO) admitted(exchange);
            else exchange.send(Answer.refused(Refusal.RATE_LIMITED, wait));
        }
    }

    private static boolean hasReadableQuery(Exchange exchange) {
        try {
            exchange.request().params();
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private void admitted(Exchange exchange) {
        Optional<String> session = Cookies.SESSION.in(exchange.request());
        switch (exchange.path()) {
            case "/auth/login" -> exchange.answerFrom(blocking, () -> login.begin(exchange.request()));
            case "/auth/callback" -> exchange.answerFrom(blocking, () -> login.finish(exchange.request()));
            case "/auth/backchannel-logout" ->
                SmallForm.read(exchange, form -> {
                    String token = form.get("logout_token");
                    if (token == null) exchange.refuse(Refusal.BAD_REQUEST);
                    else exchange.answerFrom(blocking, () -> login.endedElsewhere(token));
                });
            case "/auth/me" -> {
                if (session.isEmpty()) exchange.refuse(Refusal.NOT_SIGNED_IN);
                else exchange.answerFrom(blocking, () -> login.me(session.get()));
            }
            default -> logout(exchange, session);
        }
    }

    private void logout(Exchange exchange, Optional<String> session) {
        if (session.isEmpty()) {
            exchange.send(Answer.json(new JsonObject().put("location", ReturnPath.HOME)));
        } else if (!csrf.proves(exchange.request(), sessions.csrfToken(session.get()))) {
            exchange.refuse(Refusal.CSRF_FAILED);
        } else {
            exchange.answerFrom(blocking, () -> login.end(session.get()));
        }
    }
}
