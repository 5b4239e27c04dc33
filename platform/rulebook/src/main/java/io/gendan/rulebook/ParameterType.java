package io.gendan.rulebook;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** The types that a rule file may give to a parameter. */
enum ParameterType {
    INTEGER("integer", int.class, ParameterType::integer),
    NUMBER("number", BigDecimal.class, ParameterType::decimal),
    MONEY("money", BigDecimal.class, ParameterType::money),
    PERCENT("percent", BigDecimal.class, ParameterType::money),
    BOOLEAN("boolean", boolean.class, ParameterType::bool),
    TEXT("text", String.class, ParameterType::text),
    ROLE("role", String.class, ParameterType::text),
    CHOICE("choice", String.class, ParameterType::text),
    TIME("time", LocalTime.class, node -> time(text(node))),
    WINDOW("window", TimeWindow.class, node -> TimeWindow.parse(text(node))),
    DAYS_OF_MONTH("days-of-month", DayWindow.class, node -> DayWindow.parse(text(node))),
    DURATION("duration", WorkingTime.class, node -> WorkingTime.parse(text(node))),
    PERIOD("period", Period.class, node -> period(text(node))),
    CONDITION("condition", Expression.class, _ -> {
        throw new IllegalStateException("a condition is read with its variables");
    }),
    TABLE("table", Map.class, _ -> {
        throw new IllegalStateException("a table is read row by row");
    });

    /** Units of plain numbers; the other types carry theirs in the type or the value. */
    static final Set<String> UNITS = Set.of(
            "d", "h", "s", "times", "attempts", "pieces", "records/h", "score", "factor", "milestones", "of-the-row");

    /** What is beyond these no regulation means, and no calendar or sum can hold. */
    private static final int LARGEST_WHOLE = 1_000_000;

    private static final int MOST_DIGITS = 15;
    private static final int MOST_PLACES = 6;

    private static final Pattern PERIOD_FORM = Pattern.compile("(\\d{1,3}) (month|months|year|years)");

    private final String yaml;
    private final Class<?> java;
    private final Function<JsonNode, Object> reader;

    ParameterType(String yaml, Class<?> java, Function<JsonNode, Object> reader) {
        this.yaml = yaml;
        this.java = java;
        this.reader = reader;
    }

    static Optional<ParameterType> named(String yaml) {
        return Arrays.stream(values()).filter(type -> type.yaml.equals(yaml)).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(type -> type.yaml).toList();
    }

    String yaml() {
        return yaml;
    }

    Class<?> javaType() {
        return java;
    }

    boolean isPlainNumber() {
        return this == INTEGER || this == NUMBER;
    }

    /** @throws ValueFault saying what is wrong with the value */
    Object read(JsonNode value) {
        return reader.apply(value);
    }

    private static Object integer(JsonNode node) {
        if (!node.isInt()) throw new ValueFault("not-a-whole-number", node);
        if (Math.abs((long) node.intValue()) > LARGEST_WHOLE) throw new ValueFault("out-of-bounds", node);
        return node.intValue();
    }

    private static Object decimal(JsonNode node) {
        if (!node.isNumber() || node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue()))
            throw new ValueFault("not-a-number", node);
        BigDecimal number = node.decimalValue();
        if (number.precision() - number.scale() > MOST_DIGITS || number.scale() > MOST_PLACES)
            throw new ValueFault("out-of-bounds", node);
        return number;
    }

    private static Object money(JsonNode node) {
        BigDecimal amount = (BigDecimal) decimal(node);
        if (amount.signum() < 0) throw new ValueFault("not-from-zero-on", node);
        return amount;
    }

    private static Object bool(JsonNode node) {
        if (!node.isBoolean()) throw new ValueFault("neither-true-nor-false", node);
        return node.booleanValue();
    }

    static String text(JsonNode node) {
        if (!node.isTextual() || node.textValue().isBlank()) throw new ValueFault("not-a-text", node);
        return node.textValue();
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException _) {
            throw new ValueFault("no-time-of-day", text);
        }
    }

    private static Period period(String text) {
        Matcher form = PERIOD_FORM.matcher(text);
        if (!form.matches()) throw new ValueFault("no-period", text);
        int amount = Integer.parseInt(form.group(1));
        return form.group(2).startsWith("month") ? Period.ofMonths(amount) : Period.ofYears(amount);
    }
}
