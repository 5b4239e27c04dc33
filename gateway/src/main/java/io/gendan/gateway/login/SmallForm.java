package io.gendan.gateway.login;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import io.gendan.gateway.http.Exchange;
import io.gendan.gateway.http.Refusal;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** A form of a few kilobytes, read whole. */
final class SmallForm {
    private static final int LARGEST = 16 * 1024;
    private static final int MOST_FIELDS = 8;

    private SmallForm() {}

    static void read(Exchange exchange, Consumer<MultiMap> whenRead) {
        HttpServerRequest request = exchange.request();
        String type = request.getHeader("Content-Type");
        if (type == null || !type.startsWith("application/x-www-form-urlencoded")) {
            exchange.refuse(Refusal.BAD_REQUEST);
            return;
        }
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() <= LARGEST) {
                body.appendBuffer(chunk);
            } else {
                request.handler(null).endHandler(null);
                exchange.refuse(Refusal.BODY_TOO_LARGE);
            }
        });
        request.endHandler(_ -> {
            MultiMap form = MultiMap.caseInsensitiveMultiMap();
            new QueryStringDecoder(body.toString(StandardCharsets.UTF_8), StandardCharsets.UTF_8, false, MOST_FIELDS)
                    .parameters()
                    .forEach(form::add);
            whenRead.accept(form);
        });
        request.resume();
    }
}
