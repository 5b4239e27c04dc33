package io.gendan.rulebook;

import java.math.BigDecimal;
import java.util.Collection;

/** What parameter records demand of their values. */
final class Check {

    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Check() {}

    static void positive(String parameter, BigDecimal value) {
        require(value.signum() > 0, parameter, "not-above-zero");
    }

    static void positive(String parameter, int value) {
        require(value > 0, parameter, "not-above-zero");
    }

    static void notNegative(String parameter, BigDecimal value) {
        require(value.signum() >= 0, parameter, "below-zero");
    }

    static void notEmpty(String parameter, Collection<?> values) {
        require(!values.isEmpty(), parameter, "empty");
    }

    /** @param code of the fault otherwise; its texts stand in the bundles {@code faults} */
    static void require(boolean holds, String parameter, String code, Object... arguments) {
        if (!holds) throw ValueFault.of(parameter, code, arguments);
    }
}
