package io.gendan.rulebook;

import java.math.BigDecimal;

/** An exact number in an expression. 1.0 and 1 are the same one. */
record Decimal(BigDecimal value) implements Comparable<Decimal> {

    /** Digits that sums and products of a condition come to; more is a product of products that never ends. */
    private static final int MOST_DIGITS = 200;

    Decimal {
        value = value.stripTrailingZeros();
        if (value.precision() > MOST_DIGITS) throw new ArithmeticException("a number of too many digits");
    }

    static Decimal of(long whole) {
        return new Decimal(BigDecimal.valueOf(whole));
    }

    Decimal plus(Decimal other) {
        return new Decimal(value.add(other.value));
    }

    Decimal minus(Decimal other) {
        return new Decimal(value.subtract(other.value));
    }

    Decimal times(Decimal other) {
        return new Decimal(value.multiply(other.value));
    }

    @Override
    public int compareTo(Decimal other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
