package io.gendan.rulebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** One parameter as a rule file declares it; reads its values in the file's terms, not yet as the code's records. */
record ParameterSpec(
        String name,
        ParameterType type,
        boolean many,
        boolean optional,
        Set<String> values,
        List<ParameterSpec> columns,
        Set<String> roles) {

    private static final String NOTHING = "none";

    ParameterSpec {
        values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
        columns = List.copyOf(columns);
    }

    /** @throws IllegalArgumentException saying what is wrong with the value */
    Object read(JsonNode value) {
        if (optional && value.isTextual() && value.textValue().equals(NOTHING)) return null;
        if (!many && type != ParameterType.TABLE) return readOne(value);
        if (!value.isArray()) throw new IllegalArgumentException("%s is not a list".formatted(value));
        List<Object> items = new ArrayList<>();
        value.forEach(item -> items.add(type == ParameterType.TABLE ? readRow(item) : readOne(item)));
        if (type != ParameterType.TABLE && Set.copyOf(items).size() < items.size()) {
            throw new IllegalArgumentException("%s names something twice".formatted(value));
        }
        return Collections.unmodifiableList(items);
    }

    private Object readOne(JsonNode value) {
        Object read = type.read(value);
        if (type == ParameterType.CHOICE && !values.contains(read)) {
            throw new IllegalArgumentException("\"%s\" is none of %s".formatted(read, values));
        }
        if (type == ParameterType.ROLE && !roles.contains(read)) {
            throw new IllegalArgumentException("\"%s\" is no known role".formatted(read));
        }
        return read;
    }

    private Map<String, Object> readRow(JsonNode row) {
        if (!row.isObject()) throw new IllegalArgumentException("%s is not a row of named values".formatted(row));
        Map<String, Object> read = new LinkedHashMap<>();
        for (ParameterSpec column : columns) {
            JsonNode cell = row.get(column.name());
            if (cell == null) {
                throw new IllegalArgumentException("row %s lacks \"%s\"".formatted(row, column.name()));
            }
            read.put(column.name(), column.read(cell));
        }
        row.fieldNames().forEachRemaining(name -> {
            if (!read.containsKey(name)) {
                throw new IllegalArgumentException("row %s has \"%s\", which is no column".formatted(row, name));
            }
        });
        return Collections.unmodifiableMap(read);
    }
}
