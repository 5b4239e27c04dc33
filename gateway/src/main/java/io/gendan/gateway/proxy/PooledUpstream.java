package io.gendan.gateway.proxy;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.gateway.GatewayConfig;
import io.gendan.gateway.http.Exchange;
import io.gendan.gateway.http.Traffic;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;

/** HTTP/1.1 over kept connections. Each event loop has its own, so that a request never changes threads. */
@ApplicationScoped
class PooledUpstream implements Upstream {
    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final int LARGEST_HEADER = 32 * 1024;

    private final Vertx vertx;
    private final Headers headers;
    private final Traffic traffic;
    private final GatewayConfig.Limits limits;
    private final Queue<HttpClient> clients = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<HttpClient> client = ThreadLocal.withInitial(this::newClient);

    PooledUpstream(Vertx vertx, Headers headers, Traffic traffic, GatewayConfig config) {
        this.vertx = vertx;
        this.headers = headers;
        this.traffic = traffic;
        this.limits = config.limits();
    }

    @Override
    public void forward(
            Exchange exchange, Destination destination, Optional<String> authorization, Runnable whenUnauthorized) {
        new Relay(vertx, client.get(), headers, traffic, exchange, destination, authorization, whenUnauthorized)
                .start();
    }

    @PreDestroy
    void close() {
        clients.forEach(HttpClient::close);
    }

    private HttpClient newClient() {
        HttpClient created = vertx.createHttpClient(
                new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_1_1)
                        .setKeepAlive(true)
                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                        .setPipelining(false)
                        .setConnectTimeout((int) limits.connectWithin().toMillis())
                        .setIdleTimeout((int) limits.silence().toSeconds())
                        .setMaxHeaderSize(LARGEST_HEADER)
                        .setTcpNoDelay(true),
                new PoolOptions().setHttp1MaxSize(limits.connections()).setMaxWaitQueueSize(limits.waiting()));
        clients.add(created);
        return created;
    }
}
