package io.gendan.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The topic a family of events is published on, and how confidential its members are (SEC-01, SEC-02). */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Topic {
    String value();

    /** CloudEvents extension {@code dataclassification}: public, internal, confidential or secret. */
    String classification() default "internal";
}
