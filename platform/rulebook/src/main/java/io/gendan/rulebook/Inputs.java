package io.gendan.rulebook;

import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Turns what a rule looked at into sorted, immutable, simple JSON values. */
final class Inputs {

    private Inputs() {}

    static SortedMap<String, Object> plain(Map<String, ?> inputs) {
        SortedMap<String, Object> plain = new TreeMap<>();
        inputs.forEach((name, value) -> plain.put(name, simple(name, value)));
        return Collections.unmodifiableSortedMap(plain);
    }

    private static Object simple(String name, Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Boolean bool -> bool;
            case Integer _, Long _, Short _, Byte _ -> value;
            case BigDecimal decimal -> decimal.toPlainString();
            case Number number -> new BigDecimal(number.toString()).toPlainString();
            case Enum<?> constant -> constant.name();
            case Temporal _, TemporalAmount _, UUID _, WorkingTime _, TimeWindow _, DayWindow _ -> value.toString();
            case Optional<?> optional -> simple(name, optional.orElse(null));
            case Map<?, ?> map -> nested(name, map);
            case Set<?> set -> sorted(list(name, set));
            case Collection<?> collection -> Collections.unmodifiableList(list(name, collection));
            default ->
                throw new IllegalArgumentException("Input \"%s\" of a ruling is no simple value but a %s"
                        .formatted(name, value.getClass().getName()));
        };
    }

    private static SortedMap<String, Object> nested(String name, Map<?, ?> map) {
        SortedMap<String, Object> plain = new TreeMap<>();
        map.forEach((key, value) -> plain.put(String.valueOf(simple(name, key)), simple(name, value)));
        return Collections.unmodifiableSortedMap(plain);
    }

    private static List<Object> list(String name, Collection<?> values) {
        List<Object> plain = new ArrayList<>(values.size());
        values.forEach(value -> plain.add(simple(name, value)));
        return plain;
    }

    private static List<Object> sorted(List<Object> values) {
        values.sort((a, b) -> String.valueOf(a).compareTo(String.valueOf(b)));
        return Collections.unmodifiableList(values);
    }
}
