package io.gendan.core.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.interceptor.InterceptorBinding;

/**
 * Requests of this resource that carry an {@code Idempotency-Key} take effect once: a repeat gets the stored answer, a
 * repeat with another body 422 {@code idempotency-key-reused}, one still in flight 409 {@code request-in-flight}.
 * The key, the effect and the answer are committed together. An act without {@code If-Match} that loses a race is
 * decided anew.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Idempotent {}
