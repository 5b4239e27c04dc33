package io.gendan.events;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * An amount in a currency, on the wire {@code {"amount":"1234.50","currency":"CNY"}}. The amount keeps two decimals,
 * rounded half up, and stays below 10^13, so that sums of many lines still fit {@code numeric(15,2)}.
 *
 * @param amount decimal string on the wire, never a binary fraction
 * @param currency ISO 4217 code
 */
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) implements Comparable<Money> {
    public static final String COMPANY_CURRENCY = "CNY";

    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(13);

    public Money {
        if (amount == null) throw new IllegalArgumentException("amount is missing");
        if (currency == null || !currency.matches("[A-Z]{3}"))
            throw new IllegalArgumentException("currency is not an ISO 4217 code: " + currency);
        if (amount.precision() - amount.scale() > 14 || amount.abs().compareTo(LIMIT) >= 0)
            throw new IllegalArgumentException("amount is out of range: " + amount.toEngineeringString());
        amount = amount.setScale(2, RoundingMode.HALF_UP);
    }

    public static Money cny(String amount) {
        return new Money(new BigDecimal(amount), COMPANY_CURRENCY);
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public static Money sum(Collection<Money> parts, String currency) {
        return parts.stream().reduce(zero(currency), Money::plus);
    }

    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    public boolean exceeds(BigDecimal limit) {
        return amount.compareTo(limit) > 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency))
            throw new IllegalArgumentException("currencies differ: " + currency + " and " + other.currency);
        return other;
    }
}
