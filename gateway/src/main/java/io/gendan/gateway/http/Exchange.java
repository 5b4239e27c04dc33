package io.gendan.gateway.http;

import java.util.concurrent.Executor;
import java.util.function.Supplier;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jboss.logging.Logger;

/** One request on its way through the gateway. Belongs to its event loop; the request is paused until somebody wants its body. */
public final class Exchange {
    private static final Logger LOG = Logger.getLogger(Exchange.class);
    private static final long LINGER_MILLIS = 2_000;

    private final Vertx vertx;
    private final Context context;
    private final Traffic traffic;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final String path;
    private final String correlationId;
    private final String traceparent;
    private final boolean traced;
    private final long began = System.nanoTime();
    private String route = "other";
    private boolean over;
    private Runnable whenOver = () -> {};

    Exchange(Vertx vertx, Traffic traffic, HttpServerRequest request) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.traffic = traffic;
        this.request = request;
        this.response = request.response();
        this.path = pathOf(request.uri());
        this.correlationId = Tracing.correlationId(request.getHeader("X-Correlation-Id"));
        String given = request.getHeader("traceparent");
        this.traced = Tracing.isTraceparent(given);
        this.traceparent = traced ? given : Tracing.newTraceparent();
        request.pause();
        response.putHeader("X-Correlation-Id", correlationId);
        response.endHandler(_ -> over(false));
        response.closeHandler(_ -> over(!response.ended()));
    }

    public void send(Answer answer) {
        switch (answer) {
            case Answer.Page page -> {
                page.headers().forEach(response::putHeader);
                noStore();
                page.cookies().forEach(cookie -> response.headers().add("Set-Cookie", cookie));
                end(page.status(), page.body());
            }
            case Answer.Refused refused -> {
                traffic.refused(refused.refusal());
                noStore();
                refused.cookies().forEach(cookie -> response.headers().add("Set-Cookie", cookie));
                if (refused.retryAfterSeconds() > 0) {
                    response.putHeader("Retry-After", Integer.toString(refused.retryAfterSeconds()));
                }
                Language language = Language.of(request.getHeader("Accept-Language"));
                response.putHeader("Content-Language", language == Language.ZH ? "zh-CN" : "en");
                boolean page = route.equals("auth") && wantsPage();
                response.putHeader("Content-Type", page ? "text/html; charset=utf-8" : "application/problem+json");
                end(
                        refused.refusal().status(),
                        page ? refused.page(language, correlationId) : refused.problem(language, correlationId));
            }
        }
    }

    public void refuse(Refusal refusal) {
        send(Answer.refused(refusal));
    }

    /** For a request whose end cannot be told from the next one's beginning. */
    public void refuseAndClose(Refusal refusal) {
        response.putHeader("Connection", "close");
        refuse(refusal);
        request.connection().close();
    }

    /** Whether everybody on the way will read the target in the same way. */
    public static boolean isWellFormed(HttpServerRequest request) {
        return RequestPath.isAcceptable(pathOf(request.uri()));
    }

    /** Runs work that blocks, on a virtual thread, and sends what comes of it. */
    public void answerFrom(Executor blocking, Supplier<Answer> work) {
        blocking.execute(() -> {
            Answer answer = tried(work);
            context.runOnContext(_ -> {
                if (!over) send(answer);
            });
        });
    }

    public void onLoop(Runnable work) {
        context.runOnContext(_ -> work.run());
    }

    /** Runs once, when the answer is complete or the client is gone. */
    public void whenOver(Runnable work) {
        this.whenOver = work;
    }

    private void over(boolean clientGone) {
        if (over) return;
        over = true;
        traffic.answered(this, clientGone);
        whenOver.run();
    }

    private Answer tried(Supplier<Answer> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "%s %s failed, correlation %s", request.method(), path, correlationId);
            return Answer.refused(Refusal.SERVICE_UNAVAILABLE, 5);
        }
    }

    private void end(int status, Buffer body) {
        response.setStatusCode(status);
        boolean unread = !request.isEnded() && hasBody();
        if (unread) response.putHeader("Connection", "close");
        if (request.method().equals(HttpMethod.HEAD)) {
            response.putHeader("Content-Length", Integer.toString(body.length()))
                    .end();
        } else {
            response.end(body);
        }
        if (unread) linger();
    }

    /** Closing at once with unread bytes would reset the connection and take the answer with it. */
    public void linger() {
        HttpConnection connection = request.connection();
        long timer = vertx.setTimer(LINGER_MILLIS, _ -> connection.close());
        request.exceptionHandler(_ -> vertx.cancelTimer(timer));
        request.handler(_ -> {});
        request.endHandler(_ -> {
            vertx.cancelTimer(timer);
            connection.close();
        });
        request.resume();
    }

    private void noStore() {
        response.putHeader("Cache-Control", "no-store");
    }

    private boolean wantsPage() {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }

    /** Whether bytes follow the head. */
    public boolean hasBody() {
        if (request.headers().contains("Transfer-Encoding")) return true;
        String length = request.getHeader("Content-Length");
        return length != null && !length.equals("0");
    }

    public boolean isSafe() {
        HttpMethod method = request.method();
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD) || method.equals(HttpMethod.OPTIONS);
    }

    public HttpServerRequest request() {
        return request;
    }

    public HttpServerResponse response() {
        return response;
    }

    public String path() {
        return path;
    }

    public String correlationId() {
        return correlationId;
    }

    public String traceparent() {
        return traceparent;
    }

    /** Whether the caller brought the trace, so that its state may go on too. */
    public boolean traced() {
        return traced;
    }

    public String clientAddress() {
        return request.remoteAddress() == null
                ? "unknown"
                : request.remoteAddress().hostAddress();
    }

    public String route() {
        return route;
    }

    public void route(String name) {
        this.route = name;
    }

    long nanos() {
        return System.nanoTime() - began;
    }

    private static String pathOf(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }
}
