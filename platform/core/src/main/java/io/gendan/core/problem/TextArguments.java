package io.gendan.core.problem;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What fills the placeholders of a text that is kept and read later: simple values, each as people read it whatever
 * their language. Moments are in the company's time.
 */
public final class TextArguments {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private TextArguments() {}

    public static Map<String, Object> kept(Map<String, ?> arguments, ZoneId zone) {
        var kept = new TreeMap<String, Object>();
        arguments.forEach((name, value) -> kept.put(name, kept(value, zone)));
        return kept;
    }

    public static String moment(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone));
    }

    private static Object kept(Object value, ZoneId zone) {
        return switch (value) {
            case null -> null;
            case Instant moment -> moment(moment, zone);
            case BigDecimal number -> number.toPlainString();
            case Enum<?> constant -> constant.name();
            case Iterable<?> many -> {
                List<Object> each = new ArrayList<>();
                many.forEach(one -> each.add(kept(one, zone)));
                yield each;
            }
            default -> value.toString();
        };
    }
}
