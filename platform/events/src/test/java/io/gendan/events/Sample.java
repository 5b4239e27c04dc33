package io.gendan.events;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** One event of each type with every field filled in, the same at each call. */
final class Sample {
    private Sample() {}

    static Object of(Class<?> record) {
        Object[] values = Arrays.stream(record.getRecordComponents())
                .map(component -> value(component.getGenericType(), component))
                .toArray();
        Class<?>[] types = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            var constructor = record.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + record, e);
        }
    }

    private static Object value(Type type, RecordComponent component) {
        if (type instanceof ParameterizedType many) {
            Object one = value(many.getActualTypeArguments()[0], component);
            return many.getRawType() == Set.class ? Set.of(one) : List.of(one);
        }
        String name = component.getName();
        if (type == UUID.class) return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        if (type == String.class) return name.equals("currency") ? "CNY" : name;
        if (type == Instant.class) return Instant.parse("2026-11-20T08:30:00Z");
        if (type == LocalDate.class) return LocalDate.parse("2026-12-01");
        if (type == BigDecimal.class) return new BigDecimal("12.50");
        if (type == JsonNode.class) return JsonNodeFactory.instance.objectNode().put(name, 1);
        if (type == int.class || type == Integer.class) return 1;
        if (type == boolean.class) return true;
        if (type instanceof Class<?> nested && nested.isRecord()) return of(nested);
        throw new IllegalStateException("no sample value for " + type);
    }
}
