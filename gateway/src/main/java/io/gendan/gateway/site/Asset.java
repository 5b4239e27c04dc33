package io.gendan.gateway.site;

import io.vertx.core.buffer.Buffer;

/** One file of the web, ready in each coding. Where a coding would not pay, it is null. */
record Asset(String contentType, String cacheControl, String etag, Buffer plain, Buffer gzip, Buffer brotli) {}
