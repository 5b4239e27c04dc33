package io.gendan.gateway.site;

import io.vertx.core.buffer.Buffer;

/** How an asset is packed for the way. */
enum Coding {
    PLAIN(""),
    GZIP("gzip"),
    BROTLI("br");

    private final String title;

    Coding(String title) {
        this.title = title;
    }

    static Coding best(String accepted, Asset asset) {
        if (accepted == null) return PLAIN;
        if (asset.brotli() != null && accepts(accepted, BROTLI.title)) return BROTLI;
        if (asset.gzip() != null && accepts(accepted, GZIP.title)) return GZIP;
        return PLAIN;
    }

    private static boolean accepts(String accepted, String title) {
        for (String offer : accepted.split(",")) {
            String[] parts = offer.strip().split(";");
            boolean never = parts.length > 1 && parts[1].strip().matches("q=0(\\.0*)?");
            if (parts[0].strip().equalsIgnoreCase(title)) return !never;
        }
        return false;
    }

    String title() {
        return title;
    }

    String suffix() {
        return this == PLAIN ? "" : "-" + title;
    }

    Buffer of(Asset asset) {
        return switch (this) {
            case PLAIN -> asset.plain();
            case GZIP -> asset.gzip();
            case BROTLI -> asset.brotli();
        };
    }
}
