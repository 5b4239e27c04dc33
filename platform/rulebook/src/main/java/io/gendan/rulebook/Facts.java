package io.gendan.rulebook;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was put before a rule, as a ruling keeps it: simple values, read back as what they were. */
public final class Facts {
    private final SortedMap<String, Object> values;

    private Facts(SortedMap<String, Object> values) {
        this.values = values;
    }

    public static Facts of(Map<String, ?> inputs) {
        return new Facts(Inputs.plain(inputs));
    }

    public SortedMap<String, Object> values() {
        return values;
    }

    public boolean has(String name) {
        return values.get(name) != null;
    }

    public String text(String name) {
        return (String) fact(name);
    }

    public boolean flag(String name) {
        return (Boolean) fact(name);
    }

    public int whole(String name) {
        return ((Number) fact(name)).intValue();
    }

    public BigDecimal amount(String name) {
        return new BigDecimal(text(name));
    }

    /** Numbers by name, such as {@code {"orders-taken": "10"}}. */
    public Map<String, BigDecimal> amounts(String name) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        ((Map<?, ?>) fact(name)).forEach((key, amount) -> amounts.put((String) key, new BigDecimal((String) amount)));
        return amounts;
    }

    public Instant instant(String name) {
        return Instant.parse(text(name));
    }

    public LocalDate day(String name) {
        return LocalDate.parse(text(name));
    }

    public List<String> texts(String name) {
        return ((List<?>) fact(name)).stream().map(String.class::cast).toList();
    }

    /** Whether whatever is known here is known there, and the same. */
    public boolean agreeWith(Facts others) {
        return values.entrySet().stream().allMatch(fact -> String.valueOf(fact.getValue())
                .equals(String.valueOf(others.values.get(fact.getKey()))));
    }

    /** @throws FactMissing where an older ruling did not keep it yet */
    private Object fact(String name) {
        Object value = values.get(name);
        if (value == null) throw new FactMissing(name);
        return value;
    }
}
