package io.gendan.core.sheet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.gendan.core.problem.Problem;

/** The columns of a table in the order of its file. */
record Header(List<String> columns) {
    /** @throws Problem.Invalid where a column lacks a name, is unknown, there twice, or missing though required */
    Header(List<String> columns, Set<String> required, Set<String> optional) {
        this(columns);
        for (String column : required)
            if (!columns.contains(column)) throw Problem.Invalid.field(column, "column-missing");
        var seen = new HashSet<String>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            if (column.isEmpty()) throw Problem.Invalid.field("body", "column-unnamed", i + 1);
            if (!required.contains(column) && !optional.contains(column))
                throw Problem.Invalid.field(column, "column-unknown");
            if (!seen.add(column)) throw Problem.Invalid.field(column, "column-twice");
        }
    }

    SheetRow row(long line, List<String> cells) {
        Map<String, String> fields = HashMap.newHashMap(columns.size());
        for (int i = 0; i < columns.size(); i++) fields.put(columns.get(i), cells.get(i));
        return new SheetRow(line, fields);
    }
}
