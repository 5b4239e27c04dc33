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
        Map<String, VariableType> variables,
        Integer tiersFrom,
        Set<String> roles) {

    private static final String NOTHING = "none";

    ParameterSpec {
        values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
        columns = List.copyOf(columns);
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /** @throws ValueFault saying what is wrong with the value */
    Object read(JsonNode value) {
        if (optional && value.isTextual() && value.textValue().equals(NOTHING)) return null;
        if (!many && type != ParameterType.TABLE) return readOne(value);
        if (!value.isArray()) throw new ValueFault("not-a-list", value);
        List<Object> items = new ArrayList<>();
        value.forEach(item -> items.add(type == ParameterType.TABLE ? readRow(item) : readOne(item)));
        if (type != ParameterType.TABLE && Set.copyOf(items).size() < items.size()) {
            throw new ValueFault("names-something-twice", value);
        }
        columns.stream().filter(column -> column.tiersFrom() != null).forEach(column -> checkTiers(column, items));
        return Collections.unmodifiableList(items);
    }

    /** Each row holds from its value to the next one's, so that nothing lies between two; only the first can leave a gap. */
    private static void checkTiers(ParameterSpec column, List<Object> rows) {
        List<Integer> from = rows.stream()
                .map(row -> (Integer) ((Map<?, ?>) row).get(column.name()))
                .toList();
        if (!from.isEmpty() && !from.getFirst().equals(column.tiersFrom()))
            throw new ValueFault("tiers-with-gaps", from.getFirst(), column.tiersFrom());
        for (int i = 1; i < from.size(); i++) if (from.get(i) <= from.get(i - 1)) throw new ValueFault("not-ascending");
    }

    private Object readOne(JsonNode value) {
        if (type == ParameterType.CONDITION) return Expression.read(ParameterType.text(value), variables);
        Object read = type.read(value);
        if (type == ParameterType.CHOICE && !values.contains(read)) {
            throw new ValueFault("none-of-the-choices", read, values);
        }
        if (type == ParameterType.ROLE && !roles.contains(read)) {
            throw new ValueFault("no-known-role", read);
        }
        return read;
    }

    private Map<String, Object> readRow(JsonNode row) {
        if (!row.isObject()) throw new ValueFault("not-a-row", row);
        Map<String, Object> read = new LinkedHashMap<>();
        for (ParameterSpec column : columns) {
            JsonNode cell = row.get(column.name());
            if (cell == null) {
                throw new ValueFault("row-lacks", row, column.name());
            }
            read.put(column.name(), column.read(cell));
        }
        row.fieldNames().forEachRemaining(name -> {
            if (!read.containsKey(name)) {
                throw new ValueFault("row-has-no-such-column", row, name);
            }
        });
        return Collections.unmodifiableMap(read);
    }
}
