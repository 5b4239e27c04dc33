package io.gendan.gateway.proxy;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.gateway.GatewayConfig;
import io.gendan.gateway.http.Exchange;
import io.vertx.core.MultiMap;

/** Which headers pass, in either direction, and which the gateway writes itself. */
@ApplicationScoped
class Headers {
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    /** Framing and credentials are ours to write; the rest are claims about who calls, from where, or what was meant. */
    private static final Set<String> NOT_FROM_OUTSIDE = Set.of(
            "host",
            "content-length",
            "expect",
            "cookie",
            "cookie2",
            "authorization",
            "forwarded",
            "via",
            "baggage",
            "traceparent",
            "tracestate",
            "remote-user",
            "true-client-ip",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "x-correlation-id",
            "x-csrf-token",
            "x-rewrite-url",
            "x-http-method",
            "x-http-method-override",
            "x-method-override");

    private static final String[] NOT_FROM_OUTSIDE_PREFIXES = {
        "x-forwarded",
        "x-original-",
        "x-user",
        "x-remote-",
        "x-auth",
        "x-principal",
        "x-role",
        "x-ssl-",
        "x-client-cert",
        "x-envoy-",
        "x-b3-",
        "cf-",
        "sec-websocket-"
    };

    private static final Set<String> NOT_FROM_SERVICES = Set.of(
            "set-cookie",
            "set-cookie2",
            "server",
            "x-powered-by",
            "x-correlation-id",
            "strict-transport-security",
            "content-security-policy",
            "x-content-type-options",
            "referrer-policy",
            "access-control-allow-origin",
            "access-control-allow-credentials");

    private final String proto;
    private final String host;
    private final String port;

    Headers(GatewayConfig config) {
        URI self = config.publicUrl();
        proto = self.getScheme();
        host = self.getRawAuthority();
        port = Integer.toString(self.getPort() > 0 ? self.getPort() : proto.equals("https") ? 443 : 80);
    }

    MultiMap toService(Exchange exchange, Optional<String> authorization) {
        MultiMap from = exchange.request().headers();
        MultiMap to = MultiMap.caseInsensitiveMultiMap();
        String connection = connectionOptions(from);
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!isOurs(name) && !isNamed(connection, name)) to.add(name, header.getValue());
        }
        authorization.ifPresent(value -> to.add("authorization", value));
        to.add("x-forwarded-for", exchange.clientAddress());
        to.add("x-forwarded-proto", proto);
        to.add("x-forwarded-host", host);
        to.add("x-forwarded-port", port);
        to.add("x-correlation-id", exchange.correlationId());
        to.add("traceparent", exchange.traceparent());
        String state = exchange.traced() ? from.get("tracestate") : null;
        if (state != null) to.add("tracestate", state);
        return to;
    }

    void toClient(MultiMap from, MultiMap to) {
        String connection = connectionOptions(from);
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (HOP_BY_HOP.contains(name) || NOT_FROM_SERVICES.contains(name) || isNamed(connection, name)) continue;
            to.add(header.getKey(), header.getValue());
        }
        if (!to.contains("Cache-Control")) to.set("Cache-Control", "no-store");
    }

    private static boolean isOurs(String name) {
        // Servers that read '_' as '-' would take such a name for one that was stripped.
        if (HOP_BY_HOP.contains(name) || NOT_FROM_OUTSIDE.contains(name) || name.indexOf('_') >= 0) return true;
        for (String prefix : NOT_FROM_OUTSIDE_PREFIXES) if (name.startsWith(prefix)) return true;
        return false;
    }

    private static String connectionOptions(MultiMap headers) {
        if (!headers.contains("Connection")) return "";
        return ","
                + String.join(",", headers.getAll("Connection"))
                        .toLowerCase(Locale.ROOT)
                        .replace(" ", "") + ",";
    }

    private static boolean isNamed(String connectionOptions, String name) {
        return !connectionOptions.isEmpty() && connectionOptions.contains("," + name + ",");
    }
}
