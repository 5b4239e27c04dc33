package io.gendan.rulebook;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A length of time as regulations state it: {@code 2 wh} (working hours), {@code 1 wd} (working days), {@code 30 d}
 * (calendar days), {@code 30 min} (minutes). Zero days means "by the end of the same day".
 */
public record WorkingTime(BigDecimal amount, Unit unit) {

    /** What the amount counts. */
    public enum Unit {
        WORKING_HOURS("wh"),
        WORKING_DAYS("wd"),
        CALENDAR_DAYS("d"),
        MINUTES("min");

        private final String symbol;

        Unit(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }

        private static Unit of(String symbol) {
            return Arrays.stream(values())
                    .filter(unit -> unit.symbol.equals(symbol))
                    .findFirst()
                    .orElseThrow(() -> new ValueFault(
                            "no-unit-of-time",
                            symbol,
                            Arrays.stream(values()).map(Unit::symbol).toList()));
        }
    }

    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?) ?(\\p{Alpha}+)");

    /** Of any unit; what is longer ends in no year that a calendar knows. */
    private static final BigDecimal LONGEST = BigDecimal.valueOf(100_000);

    public WorkingTime {
        if (amount.signum() < 0) throw new ValueFault("length-of-time-negative", amount.toPlainString());
        if (amount.compareTo(LONGEST) > 0) throw new ValueFault("out-of-bounds", amount.toPlainString());
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    public static WorkingTime of(String amount, Unit unit) {
        return new WorkingTime(new BigDecimal(amount), unit);
    }

    @JsonCreator
    public static WorkingTime parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) throw new ValueFault("no-length-of-time", text);
        return new WorkingTime(new BigDecimal(form.group(1)), Unit.of(form.group(2)));
    }

    @Override
    @JsonValue
    public String toString() {
        return amount.toPlainString() + " " + unit.symbol();
    }
}
