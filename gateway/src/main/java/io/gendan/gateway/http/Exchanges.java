package io.gendan.gateway.http;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/** Opens an exchange for a request. */
@ApplicationScoped
public class Exchanges {
    private final Vertx vertx;
    private final Traffic traffic;

    Exchanges(Vertx vertx, Traffic traffic) {
        this.vertx = vertx;
        this.traffic = traffic;
    }

    public Exchange of(HttpServerRequest request) {
        return new Exchange(vertx, traffic, request);
    }
}
