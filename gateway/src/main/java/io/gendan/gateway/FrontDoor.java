package io.gendan.gateway;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.gendan.gateway.http.Exchange;
import io.gendan.gateway.http.Exchanges;
import io.gendan.gateway.http.Refusal;
import io.gendan.gateway.http.SecurityHeaders;
import io.gendan.gateway.login.LoginDoor;
import io.gendan.gateway.proxy.ApiDoor;
import io.gendan.gateway.site.SiteDoor;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Where every request comes in: what is malformed ends here, the rest goes to the API, the login or the web. */
@ApplicationScoped
class FrontDoor {
    /** Before everything the platform puts into the router. */
    private static final int FIRST = -1_000_000;

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Exchanges exchanges;
    private final SecurityHeaders securityHeaders;
    private final ApiDoor api;
    private final LoginDoor login;
    private final SiteDoor site;

    FrontDoor(Exchanges exchanges, SecurityHeaders securityHeaders, ApiDoor api, LoginDoor login, SiteDoor site) {
        this.exchanges = exchanges;
        this.securityHeaders = securityHeaders;
        this.api = api;
        this.login = login;
        this.site = site;
    }

    void open(@Observes Router router) {
        router.route().order(FIRST).handler(this::enter);
    }

    private void enter(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (isManagement(request.uri()) && Exchange.isWellFormed(request) && comesFromInside(request)) {
            routing.next();
            return;
        }
        Exchange exchange = exchanges.of(request);
        String path = exchange.path();
        boolean app = !path.startsWith("/api") && !path.startsWith("/auth");
        securityHeaders.addTo(request.response().headers(), app);
        if (!Exchange.isWellFormed(request)) {
            exchange.refuse(Refusal.BAD_PATH);
        } else if (isAmbiguouslyFramed(request.headers())) {
            exchange.refuseAndClose(Refusal.BAD_REQUEST);
        } else if (!METHODS.contains(request.method().name())) {
            exchange.refuse(Refusal.METHOD_NOT_ALLOWED);
        } else if (request.headers().contains("Expect") && !isContinue(request.getHeader("Expect"))) {
            exchange.refuse(Refusal.EXPECTATION_FAILED);
        } else if (isUnder(path, "/api")) {
            api.handle(exchange);
        } else if (isUnder(path, "/auth")) {
            exchange.route("auth");
            login.handle(exchange);
        } else if (isManagement(path)) {
            exchange.refuse(Refusal.NO_SUCH_ROUTE);
        } else {
            exchange.route("web");
            site.handle(exchange);
        }
    }

    /** Probes and scrapers call directly; what a proxy passes on comes from outside and finds no such thing. */
    private static boolean comesFromInside(HttpServerRequest request) {
        MultiMap headers = request.headers();
        return !headers.contains("X-Forwarded-For")
                && !headers.contains("Forwarded")
                && !headers.contains("Via")
                && PrivateAddress.is(request.remoteAddress());
    }

    /** The one coding we know is chunked, said once and without a length beside it. */
    private static boolean isAmbiguouslyFramed(MultiMap headers) {
        if (!headers.contains("Transfer-Encoding"))
            return headers.getAll("Content-Length").size() > 1;
        List<String> codings = headers.getAll("Transfer-Encoding");
        return codings.size() > 1
                || !codings.getFirst().equalsIgnoreCase("chunked")
                || headers.contains("Content-Length");
    }

    private static boolean isContinue(String expectation) {
        return expectation.equalsIgnoreCase("100-continue");
    }

    private static boolean isManagement(String uri) {
        return uri.equals("/q") || uri.startsWith("/q/");
    }

    private static boolean isUnder(String path, String root) {
        return path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/');
    }
}
