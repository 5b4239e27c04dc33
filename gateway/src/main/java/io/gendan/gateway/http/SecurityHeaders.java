package io.gendan.gateway.http;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.gateway.GatewayConfig;
import io.vertx.core.MultiMap;

import static io.vertx.core.http.HttpHeaders.createOptimized;

/** What browsers are told to refuse. */
@ApplicationScoped
public class SecurityHeaders {
    private static final CharSequence CSP = createOptimized("Content-Security-Policy");
    private static final CharSequence NOSNIFF = createOptimized("X-Content-Type-Options");
    private static final CharSequence REFERRER = createOptimized("Referrer-Policy");
    private static final CharSequence HSTS = createOptimized("Strict-Transport-Security");

    /** Components style themselves at run time, so styles may be inline; scripts may not. */
    private static final CharSequence APP = createOptimized(
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
                    + "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'");

    private static final CharSequence DATA =
            createOptimized("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    private static final CharSequence NOSNIFF_VALUE = createOptimized("nosniff");
    private static final CharSequence REFERRER_VALUE = createOptimized("strict-origin-when-cross-origin");
    private static final CharSequence HSTS_VALUE = createOptimized("max-age=31536000; includeSubDomains");

    private final boolean https;

    SecurityHeaders(GatewayConfig config) {
        this.https = "https".equals(config.publicUrl().getScheme());
    }

    /** An app may run scripts; anything else is only to be looked at. */
    public void addTo(MultiMap headers, boolean app) {
        headers.set(CSP, app ? APP : DATA);
        headers.set(NOSNIFF, NOSNIFF_VALUE);
        headers.set(REFERRER, REFERRER_VALUE);
        if (https) headers.set(HSTS, HSTS_VALUE);
        if (app) {
            headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
        }
    }
}
