package io.gendan.gateway.proxy;

import java.util.Optional;

import io.gendan.gateway.http.Answer;
import io.gendan.gateway.http.Exchange;
import io.gendan.gateway.http.Refusal;
import io.gendan.gateway.http.Traffic;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jboss.logging.Logger;

/** One request's way to a service and back. Lives on one event loop. */
final class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int RETRY_AFTER_SECONDS = 2;

    private final Vertx vertx;
    private final HttpClient client;
    private final Headers headers;
    private final Traffic traffic;
    private final Exchange exchange;
    private final Destination destination;
    private final Optional<String> authorization;
    private final Runnable whenUnauthorized;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final boolean hasBody;
    private final long began = System.nanoTime();

    private Phase phase = Phase.ASKING;
    private HttpClientRequest upstream;
    private long timer;
    private long received;
    private boolean receivedAll;
    private boolean triedAgain;

    /** The head of the answer parts what can still be refused from what can only be cut off. */
    private enum Phase {
        ASKING,
        ANSWERING,
        OVER
    }

    Relay(
            Vertx vertx,
            HttpClient client,
            Headers headers,
            Traffic traffic,
            Exchange exchange,
            Destination destination,
            Optional<String> authorization,
            Runnable whenUnauthorized) {
        this.vertx = vertx;
        this.client = client;
        this.headers = headers;
        this.traffic = traffic;
        this.exchange = exchange;
        this.destination = destination;
        this.authorization = authorization;
        this.whenUnauthorized = whenUnauthorized;
        this.request = exchange.request();
        this.response = exchange.response();
        this.hasBody = exchange.hasBody();
    }

    void start() {
        exchange.whenOver(this::over);
        timer = vertx.setTimer(destination.answerWithin().toMillis(), _ -> tooLate());
        if (!hasBody) {
            receivedAll = true;
            request.resume();
        }
        connect();
    }

    private void connect() {
        MultiMap sent = headers.toService(exchange, authorization);
        String length = request.getHeader("Content-Length");
        if (length != null) sent.set("content-length", length);
        client.request(destination
                        .service()
                        .request()
                        .setMethod(request.method())
                        .setURI(destination.uri())
                        .setHeaders(sent))
                .onComplete(connected -> {
                    if (connected.succeeded()) ask(connected.result());
                    else refuse(Refusal.SERVICE_UNAVAILABLE, connected.cause());
                });
    }

    private void ask(HttpClientRequest asked) {
        // A failure also completes the response, which is where it is dealt with.
        asked.exceptionHandler(
                failure -> LOG.debugf("%s: %s", destination.service().name(), failure));
        if (phase == Phase.OVER) {
            asked.reset();
            return;
        }
        upstream = asked;
        asked.response().onComplete(answered -> {
            if (answered.succeeded()) answer(answered.result());
            else brokenOff(answered.cause());
        });
        if (hasBody) sendBody(asked);
        else asked.end();
    }

    private void sendBody(HttpClientRequest asked) {
        if (request.getHeader("Content-Length") == null) asked.setChunked(true);
        if (request.headers().contains("Expect")) response.writeContinue();
        request.exceptionHandler(_ -> asked.reset());
        request.handler(chunk -> pass(chunk, asked));
        request.endHandler(_ -> {
            receivedAll = true;
            if (phase != Phase.OVER) asked.end();
        });
        request.resume();
    }

    private void pass(Buffer chunk, HttpClientRequest asked) {
        received += chunk.length();
        if (received > destination.bodyLimit()) {
            if (phase == Phase.ASKING) refuse(Refusal.BODY_TOO_LARGE, null);
            else cutOff();
            return;
        }
        asked.write(chunk);
        if (asked.writeQueueFull()) {
            request.pause();
            asked.drainHandler(_ -> request.resume());
        }
    }

    private void answer(HttpClientResponse answer) {
        if (phase != Phase.ASKING) return;
        phase = Phase.ANSWERING;
        vertx.cancelTimer(timer);
        traffic.upstreamAnswered(destination.service().name(), System.nanoTime() - began);
        if (answer.statusCode() == 401) whenUnauthorized.run();
        response.setStatusCode(answer.statusCode());
        headers.toClient(answer.headers(), response.headers());
        boolean bodiless =
                request.method().equals(HttpMethod.HEAD) || answer.statusCode() == 204 || answer.statusCode() == 304;
        if (!bodiless && !response.headers().contains("Content-Length")) response.setChunked(true);
        if (!receivedAll) response.putHeader("Connection", "close");
        answer.exceptionHandler(_ -> cutOff());
        answer.handler(chunk -> {
            response.write(chunk);
            if (response.writeQueueFull()) {
                answer.pause();
                response.drainHandler(_ -> answer.resume());
            }
        });
        answer.endHandler(_ -> complete());
        // The first event may be long in coming; the browser wants to know now that it is connected.
        if (isEventStream(answer)) response.write(Buffer.buffer());
    }

    private static boolean isEventStream(HttpClientResponse answer) {
        String type = answer.getHeader("Content-Type");
        return type != null && type.startsWith("text/event-stream");
    }

    private void complete() {
        if (phase == Phase.OVER) return;
        phase = Phase.OVER;
        response.end();
        if (!receivedAll) {
            upstream.reset();
            exchange.linger();
        }
    }

    /** A service that closed an idle connection just as we used it: harmless to ask again where asking changes nothing. */
    private void brokenOff(Throwable cause) {
        if (phase == Phase.ANSWERING) cutOff();
        if (phase != Phase.ASKING) return;
        if (exchange.isSafe() && !hasBody && !triedAgain) {
            triedAgain = true;
            connect();
        } else {
            refuse(exchange.isSafe() ? Refusal.SERVICE_UNAVAILABLE : Refusal.SERVICE_FAILED, cause);
        }
    }

    private void tooLate() {
        refuse(receivedAll ? Refusal.SERVICE_TIMEOUT : Refusal.REQUEST_TIMEOUT, null);
    }

    private void refuse(Refusal refusal, Throwable cause) {
        if (phase != Phase.ASKING) return;
        phase = Phase.OVER;
        vertx.cancelTimer(timer);
        if (upstream != null) upstream.reset();
        if (cause != null) {
            LOG.warnf("%s: %s, correlation %s", destination.service().name(), cause, exchange.correlationId());
        }
        exchange.send(refusal.status() == 503 ? Answer.refused(refusal, RETRY_AFTER_SECONDS) : Answer.refused(refusal));
    }

    /** The client must not take half an answer for a whole one. */
    private void cutOff() {
        if (phase == Phase.OVER) return;
        phase = Phase.OVER;
        upstream.reset();
        request.connection().close();
    }

    private void over() {
        vertx.cancelTimer(timer);
        if (phase == Phase.OVER) return;
        phase = Phase.OVER;
        if (upstream != null) upstream.reset();
    }
}
