package io.gendan.rulebook;

import java.math.BigDecimal;
import java.util.Collection;

/** What parameter records demand of their values. */
final class Check {

    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Check() {}

    static void positive(String name, BigDecimal value) {
        require(value.signum() > 0, "\"%s\" is not above 0".formatted(name));
    }

    static void positive(String name, int value) {
        require(value > 0, "\"%s\" is not above 0".formatted(name));
    }

    static void notNegative(String name, BigDecimal value) {
        require(value.signum() >= 0, "\"%s\" is below 0".formatted(name));
    }

    static void notEmpty(String name, Collection<?> values) {
        require(!values.isEmpty(), "\"%s\" is empty".formatted(name));
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) throw new IllegalArgumentException(otherwise);
    }
}
