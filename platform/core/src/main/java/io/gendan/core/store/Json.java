package io.gendan.core.store;

import java.io.Serializable;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.hibernate.SharedSessionContract;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.MutabilityPlan;

/**
 * A value kept as JSON in one column. It is never changed, only replaced by another one: what is changed within goes
 * unnoticed, and in return nobody has to copy it with every load and every flush.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@JdbcTypeCode(SqlTypes.JSON)
@Mutability(Json.Replaced.class)
public @interface Json {
    /** Mutable by name, or Hibernate would not look whether the value is another one. */
    class Replaced implements MutabilityPlan<Object> {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean isMutable() {
            return true;
        }

        @Override
        public Object deepCopy(Object value) {
            return value;
        }

        @Override
        public Serializable disassemble(Object value, SharedSessionContract session) {
            throw new UnsupportedOperationException("there is no second-level cache");
        }

        @Override
        public Object assemble(Serializable cached, SharedSessionContract session) {
            throw new UnsupportedOperationException("there is no second-level cache");
        }
    }
}
