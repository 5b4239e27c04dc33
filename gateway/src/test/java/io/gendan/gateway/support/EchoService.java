package io.gendan.gateway.support;

import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A service that tells what reached it, and misbehaves on request: the last segment of the path says how. */
final class EchoService {
    private static final int GAP_MILLIS = 700;

    private EchoService() {}

    static int start(Vertx vertx) {
        var asked = new AtomicInteger();
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setHandle100ContinueAutomatically(true))
                .requestHandler(request -> answer(vertx, request, asked))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return server.actualPort();
    }

    private static void answer(Vertx vertx, HttpServerRequest request, AtomicInteger asked) {
        String path = request.path();
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "never" -> request.body();
            case "breaks-off" ->
                request.body().onComplete(_ -> request.connection().close());
            case "breaks-off-once" -> {
                if (asked.incrementAndGet() % 2 == 1) request.connection().close();
                else echo(request);
            }
            case "half" -> {
                request.response().setChunked(true).write("half of it");
                vertx.setTimer(100, _ -> request.connection().close());
            }
            case "events" -> {
                request.response()
                        .setChunked(true)
                        .putHeader("Content-Type", "text/event-stream")
                        .write("data: first\n\n");
                vertx.setTimer(GAP_MILLIS, _ -> request.response().end("data: second\n\n"));
            }
            case "unauthorized" -> request.response().setStatusCode(401).end();
            case "cookies" ->
                request.response()
                        .putHeader("Set-Cookie", "service=1")
                        .putHeader("Server", "secret/1.0")
                        .putHeader("Connection", "X-Internal")
                        .putHeader("X-Internal", "1")
                        .putHeader("ETag", "\"7\"")
                        .end("ok");
            case "nothing" -> request.response().setStatusCode(204).end();
            default -> echo(request);
        }
    }

    private static void echo(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            var headers = new JsonObject();
            for (String name : request.headers().names()) {
                headers.put(name.toLowerCase(), new JsonArray(request.headers().getAll(name)));
            }
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .end(new JsonObject()
                            .put("method", request.method().name())
                            .put("uri", request.uri())
                            .put("bytes", body.length())
                            .put("headers", headers)
                            .toBuffer());
        });
    }
}
