package io.gendan.core.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/**
 * A value kept as JSON in one column. It is never changed, only replaced by another one: what is changed within goes
 * unnoticed, and in return nobody has to copy and compare it with every load and every flush.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@JdbcTypeCode(SqlTypes.JSON)
@Mutability(Immutability.class)
public @interface Json {}
