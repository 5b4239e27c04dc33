package io.gendan.gateway.proxy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.gateway.GatewayConfig;
import io.gendan.gateway.http.Answer;
import io.gendan.gateway.http.Cookies;
import io.gendan.gateway.http.Credentials;
import io.gendan.gateway.http.Csrf;
import io.gendan.gateway.http.Exchange;
import io.gendan.gateway.http.RateLimits;
import io.gendan.gateway.http.Refusal;
import io.gendan.gateway.oidc.ProviderAway;
import io.gendan.gateway.session.Session;
import io.gendan.gateway.session.Sessions;
import io.vertx.core.http.HttpServerRequest;

/** Everything under {@code /api}: which service, on whose behalf, how often. Whether it is allowed is the service's to say. */
@ApplicationScoped
public class ApiDoor {
    private static final String PREFIX = "/api/";
    private static final Runnable NOTHING = () -> {};

    private final Map<String, Destination.Service> services = new HashMap<>();
    private final GatewayConfig.Limits limits;
    private final Upstream upstream;
    private final Sessions sessions;
    private final RateLimits rates;
    private final Csrf csrf;
    private final ClaimedNames names = new ClaimedNames();

    ApiDoor(GatewayConfig config, Upstream upstream, Sessions sessions, RateLimits rates, Csrf csrf) {
        config.services().forEach((name, url) -> services.put(name, service(name, url)));
        this.limits = config.limits();
        this.upstream = upstream;
        this.sessions = sessions;
        this.rates = rates;
        this.csrf = csrf;
    }

    public void handle(Exchange exchange) {
        Optional<Destination> found = destination(exchange);
        if (found.isEmpty()) {
            exchange.refuse(Refusal.NO_SUCH_ROUTE);
            return;
        }
        Destination destination = found.get();
        exchange.route(destination.service().name());
        if (announcedLength(exchange.request()) > destination.bodyLimit()) {
            exchange.refuse(Refusal.BODY_TOO_LARGE);
            return;
        }
        switch (Credentials.of(exchange.request())) {
            case Credentials.Contradictory _ -> exchange.refuse(Refusal.BAD_REQUEST);
            case Credentials.Bearer(String token) -> withToken(exchange, destination, token);
            case Credentials.SessionCookie(String secret) -> withSession(exchange, destination, secret);
            case Credentials.None _ -> {
                if (admitted(exchange, rates.ofAddress(exchange.clientAddress()))) {
                    upstream.forward(exchange, destination, Optional.empty(), NOTHING);
                }
            }
        }
    }

    private void withToken(Exchange exchange, Destination destination, String token) {
        String address = exchange.clientAddress();
        Optional<String> principal = names.of(token);
        // The name is not proven, so it counts only together with the address: nobody can use up another's share.
        int wait = principal.isEmpty()
                ? rates.ofAddress(address)
                : Math.max(rates.waitOfAddress(address), rates.ofPrincipal(principal.get() + ' ' + address));
        if (!admitted(exchange, wait)) return;
        upstream.forward(exchange, destination, Optional.of("Bearer " + token), () -> rates.ofAddress(address));
    }

    private void withSession(Exchange exchange, Destination destination, String secret) {
        boolean recent = sessions.isRecent(secret);
        if (!recent && !admitted(exchange, rates.waitOfAddress(exchange.clientAddress()))) return;
        CompletableFuture<Optional<Session>> found = sessions.find(secret);
        if (found.isDone()) {
            withSession(exchange, destination, secret, found);
        } else {
            found.whenComplete((_, _) -> exchange.onLoop(() -> withSession(exchange, destination, secret, found)));
        }
    }

    private void withSession(
            Exchange exchange, Destination destination, String secret, CompletableFuture<Optional<Session>> found) {
        if (found.isCompletedExceptionally()) {
            boolean provider = found.exceptionNow() instanceof ProviderAway;
            exchange.send(Answer.refused(provider ? Refusal.LOGIN_UNAVAILABLE : Refusal.SERVICE_UNAVAILABLE, 5));
            return;
        }
        Optional<Session> session = found.resultNow();
        if (session.isEmpty()) {
            rates.ofAddress(exchange.clientAddress());
            exchange.send(Answer.refused(Refusal.NOT_SIGNED_IN).with(Cookies.SESSION.clear()));
            return;
        }
        if (!exchange.isSafe() && !csrf.proves(exchange.request(), sessions.csrfToken(secret))) {
            exchange.refuse(Refusal.CSRF_FAILED);
            return;
        }
        String subject = session.get().tokens().identity().subject();
        if (admitted(exchange, rates.ofPrincipal(subject))) {
            upstream.forward(exchange, destination, Optional.of(session.get().authorization()), NOTHING);
        }
    }

    private static boolean admitted(Exchange exchange, int waitSeconds) {
        if (waitSeconds == RateLimits.GO) return true;
        exchange.send(Answer.refused(Refusal.RATE_LIMITED, waitSeconds));
        return false;
    }

    private Optional<Destination> destination(Exchange exchange) {
        String path = exchange.path();
        int end = path.indexOf('/', PREFIX.length());
        if (end < 0) return Optional.empty();
        Destination.Service service = services.get(path.substring(PREFIX.length(), end));
        if (service == null) return Optional.empty();
        String rest = path.substring(end);
        boolean documents = rest.endsWith("/documents") || rest.contains("/documents/");
        String uri = exchange.request().uri();
        return Optional.of(new Destination(
                service,
                rest.equals("/openapi") ? "/q/openapi" + uri.substring(path.length()) : uri,
                (documents ? limits.documentBody() : limits.body()).asLongValue(),
                documents ? limits.documentAnswerWithin() : limits.answerWithin()));
    }

    private static long announcedLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }

    private static Destination.Service service(String name, URI url) {
        boolean ssl = "https".equals(url.getScheme());
        int port = url.getPort() > 0 ? url.getPort() : ssl ? 443 : 80;
        return new Destination.Service(name, url.getHost(), port, ssl);
    }
}
