package io.gendan.core.sheet;

import java.util.Map;

/**
 * One row of a table, its fields by the names of their columns.
 *
 * @param line where the row begins in the file, from 1
 */
public record SheetRow(long line, Map<String, String> fields) {
    /** Without blanks around it; null where the field is empty or its column missing. */
    public String get(String column) {
        String field = fields.get(column);
        return field == null || field.isBlank() ? null : field.strip();
    }
}
