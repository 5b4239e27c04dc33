package io.gendan.gateway.site;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.gendan.gateway.GatewayConfig;
import io.gendan.gateway.http.Blocking;
import io.gendan.gateway.http.Exchange;
import io.gendan.gateway.http.Refusal;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import org.jboss.logging.Logger;

/** The web: its files, and its front page for every address that only the browser's side knows. */
@ApplicationScoped
public class SiteDoor {
    private static final Logger LOG = Logger.getLogger(SiteDoor.class);
    private static final long LOOK_EVERY_MILLIS = 3_000;

    private final Optional<Path> root;
    private final Blocking blocking;
    private final AtomicBoolean taking = new AtomicBoolean();
    private volatile Site site = Site.empty();

    SiteDoor(GatewayConfig config, Blocking blocking) {
        this.root = config.webRoot().filter(folder -> !folder.toString().isBlank());
        this.blocking = blocking;
    }

    void begin(@Observes StartupEvent started, Vertx vertx) {
        if (root.isEmpty()) {
            LOG.info("no web to serve: gendan.gateway.web-root is not set");
            return;
        }
        if (!Files.isDirectory(root.get()))
            LOG.warn("no web yet: the folder gendan.gateway.web-root names does not exist");
        take(false);
        blocking.execute(() -> take(true));
        vertx.setPeriodic(LOOK_EVERY_MILLIS, _ -> blocking.execute(this::look));
    }

    public void handle(Exchange exchange) {
        HttpMethod method = exchange.request().method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            exchange.response().putHeader("Allow", "GET, HEAD");
            exchange.refuse(Refusal.METHOD_NOT_ALLOWED);
            return;
        }
        Asset asset = assetFor(exchange.path());
        if (asset == null) exchange.refuse(Refusal.NO_SUCH_ROUTE);
        else serve(exchange, asset);
    }

    private Asset assetFor(String path) {
        Asset asset = site.assets().get(path);
        boolean page = asset == null && path.indexOf('.', path.lastIndexOf('/')) < 0;
        return page ? site.assets().get(Site.FRONT_PAGE) : asset;
    }

    private static void serve(Exchange exchange, Asset asset) {
        HttpServerResponse response = exchange.response();
        Coding coding = Coding.best(exchange.request().getHeader("Accept-Encoding"), asset);
        String etag = '"' + asset.etag() + coding.suffix() + '"';
        response.putHeader("Cache-Control", asset.cacheControl());
        response.putHeader("ETag", etag);
        response.putHeader("Vary", "Accept-Encoding");
        exchange.request().resume();
        if (etag.equals(exchange.request().getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader("Content-Type", asset.contentType());
        if (coding != Coding.PLAIN) response.putHeader("Content-Encoding", coding.title());
        Buffer content = coding.of(asset);
        if (exchange.request().method().equals(HttpMethod.HEAD)) {
            response.putHeader("Content-Length", Integer.toString(content.length()))
                    .end();
        } else {
            response.end(content);
        }
    }

    /** A build beside a running gateway is taken up without a restart. */
    private void look() {
        if (!Site.builtAt(root.orElseThrow()).equals(site.builtAt())) take(true);
    }

    private void take(boolean packed) {
        Path folder = root.orElseThrow();
        if (!Files.isDirectory(folder) || !taking.compareAndSet(false, true)) return;
        try {
            site = Site.load(folder, packed);
            if (packed) LOG.infof("serving the web: %d files", site.assets().size());
        } catch (UncheckedIOException halfBuilt) {
            LOG.warnf("the web is not taken up yet: %s", halfBuilt.getMessage());
        } finally {
            taking.set(false);
        }
    }
}
