package io.gendan.gateway.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/** A whole answer of the gateway's own. */
public sealed interface Answer {
    /** Adds cookies to set. */
    Answer with(String... cookies);

    static Answer redirect(String location) {
        return new Page(303, Map.of("Location", location), List.of(), Buffer.buffer());
    }

    static Answer json(JsonObject body) {
        return new Page(200, Map.of("Content-Type", "application/json"), List.of(), body.toBuffer());
    }

    static Answer empty(int status) {
        return new Page(status, Map.of(), List.of(), Buffer.buffer());
    }

    static Answer refused(Refusal refusal) {
        return new Refused(refusal, 0, List.of());
    }

    static Answer refused(Refusal refusal, int retryAfterSeconds) {
        return new Refused(refusal, retryAfterSeconds, List.of());
    }

    /** Something else than a refusal. */
    record Page(int status, Map<String, String> headers, List<String> cookies, Buffer body) implements Answer {
        @Override
        public Answer with(String... more) {
            return new Page(status, headers, List.of(more), body);
        }
    }

    /** A refusal; whether it is JSON or a page depends on who asks. */
    record Refused(Refusal refusal, int retryAfterSeconds, List<String> cookies) implements Answer {
        @Override
        public Answer with(String... more) {
            return new Refused(refusal, retryAfterSeconds, List.of(more));
        }

        Buffer problem(Language language, String correlationId) {
            return new JsonObject()
                    .put("type", "urn:gendan:problem:" + refusal.code())
                    .put("title", refusal.title(language))
                    .put("status", refusal.status())
                    .put("detail", refusal.detail(language))
                    .put("code", refusal.code())
                    .put("instance", "urn:gendan:request:" + correlationId)
                    .toBuffer();
        }

        Buffer page(Language language, String correlationId) {
            String again = language == Language.ZH ? "重新登录" : "Sign in again";
            return Buffer.buffer(
                    """
                    <!doctype html><html lang="%s"><meta charset="utf-8"><meta name="viewport" content="width=device-width">\
                    <title>%s</title><h1>%s</h1><p>%s</p><p><a href="/auth/login">%s</a></p><p><small>%s · %s</small></p></html>
                    """.formatted(
                                    language == Language.ZH ? "zh-CN" : "en",
                                    refusal.title(language),
                                    refusal.title(language),
                                    refusal.detail(language),
                                    again,
                                    refusal.code(),
                                    correlationId),
                    StandardCharsets.UTF_8.name());
        }
    }
}
