package io.gendan.core.http;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jboss.logging.MDC;

/** What ties together everything that one request brings about, in every service: in logs, audit and events. */
public final class Correlation {
    public static final String HEADER = "X-Correlation-Id";
    static final String FORM = "[A-Za-z0-9._-]{1,64}";

    private static final String MDC_KEY = "correlationId";

    private Correlation() {}

    /** The correlation id of what is being done now, or null. */
    public static String current() {
        Object id = MDC.get(MDC_KEY);
        return id == null ? null : id.toString();
    }

    public static void begin(String id) {
        if (id == null) MDC.remove(MDC_KEY);
        else MDC.put(MDC_KEY, id);
    }

    /** W3C trace context of the current span, or null outside any. */
    public static String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }

    public static String traceId() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }
}
