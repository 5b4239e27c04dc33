package io.gendan.rulebook;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Fits declared parameters to the record that the code reads, by the names and types of its components. */
final class RecordShape {

    private RecordShape() {}

    /** What keeps the declared parameters from filling the record; empty if nothing does. */
    static List<String> misfits(Class<?> record, List<ParameterSpec> specs) {
        List<String> misfits = new ArrayList<>();
        Map<String, ParameterSpec> byName =
                specs.stream().collect(Collectors.toMap(ParameterSpec::name, spec -> spec, (first, _) -> first));
        Set<String> components = new LinkedHashSet<>();
        for (RecordComponent component : record.getRecordComponents()) {
            components.add(component.getName());
            ParameterSpec spec = byName.get(component.getName());
            if (spec == null) {
                misfits.add("parameter \"%s\", which %s reads, is not declared"
                        .formatted(component.getName(), record.getSimpleName()));
            } else {
                misfits.addAll(misfits(component.getGenericType(), spec));
            }
        }
        byName.keySet().stream()
                .filter(name -> !components.contains(name))
                .forEach(name -> misfits.add("parameter \"%s\" is declared, but %s does not read it"
                        .formatted(name, record.getSimpleName())));
        return misfits;
    }

    private static List<String> misfits(Type target, ParameterSpec spec) {
        boolean list = spec.many() || spec.type() == ParameterType.TABLE;
        Class<?> outer = raw(target);
        Type inner = list && target instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : target;
        if (list && outer != List.class && outer != Set.class) return List.of(mismatch(spec, target));
        Class<?> element = raw(inner);
        if (spec.type() == ParameterType.TABLE) {
            return element.isRecord() ? misfits(element, spec.columns()) : List.of(mismatch(spec, target));
        }
        if (spec.type() == ParameterType.CHOICE && element.isEnum()) return misfits(element, spec.values(), spec);
        if (spec.optional() && element.isPrimitive()) return List.of(mismatch(spec, target));
        return element == spec.type().javaType() ? List.of() : List.of(mismatch(spec, target));
    }

    private static List<String> misfits(Class<?> choices, Set<String> values, ParameterSpec spec) {
        Set<String> known = Arrays.stream(choices.getEnumConstants())
                .map(constant -> yaml((Enum<?>) constant))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return known.equals(values)
                ? List.of()
                : List.of("parameter \"%s\" offers %s, the code knows %s".formatted(spec.name(), values, known));
    }

    private static String mismatch(ParameterSpec spec, Type target) {
        return "parameter \"%s\" is declared as %s%s, the code reads %s"
                .formatted(
                        spec.name(), spec.many() ? "list of " : "", spec.type().yaml(), target.getTypeName());
    }

    /** @throws ValueFault if the record itself refuses the values */
    static <R> R fill(Class<R> record, Map<String, Object> values) {
        RecordComponent[] components = record.getRecordComponents();
        Object[] arguments = Arrays.stream(components)
                .map(component -> fit(component.getGenericType(), values.get(component.getName())))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = record.getDeclaredConstructor(types);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ValueFault refused) throw refused;
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("%s must be a public record".formatted(record.getName()), e);
        }
    }

    private static Object fit(Type target, Object value) {
        return switch (value) {
            case null -> null;
            case List<?> list -> {
                Type element = ((ParameterizedType) target).getActualTypeArguments()[0];
                List<Object> fitted = new ArrayList<>();
                list.forEach(item -> fitted.add(fit(element, item)));
                yield raw(target) == Set.class
                        ? Collections.unmodifiableSet(new LinkedHashSet<>(fitted))
                        : Collections.unmodifiableList(fitted);
            }
            case Map<?, ?> row -> {
                Map<String, Object> cells = new HashMap<>();
                row.forEach((name, cell) -> cells.put((String) name, cell));
                yield fill(raw(target), cells);
            }
            case String text when raw(target).isEnum() -> constant(raw(target), text);
            default -> value;
        };
    }

    private static Object constant(Class<?> choices, String text) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(constant -> yaml((Enum<?>) constant).equals(text))
                .findFirst()
                .orElseThrow();
    }

    static String yaml(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType generic -> raw(generic.getRawType());
            default -> Object.class;
        };
    }
}
