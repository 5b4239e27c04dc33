package io.gendan.gateway.proxy;

import java.time.Duration;

import io.vertx.core.http.RequestOptions;

/** Where a request goes, and how much and how long it may be. */
record Destination(Service service, String uri, long bodyLimit, Duration answerWithin) {
    /** A service's name on our side and its address on the other. */
    record Service(String name, String host, int port, boolean ssl) {
        RequestOptions request() {
            return new RequestOptions().setHost(host).setPort(port).setSsl(ssl);
        }
    }
}
