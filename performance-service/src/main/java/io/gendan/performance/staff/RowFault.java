package io.gendan.performance.staff;

import java.util.List;

/** What is wrong with one field of one row; a null field means the row as a whole. */
record RowFault(long line, String field, String code, List<Object> arguments) {
    RowFault(long line, String field, String code, Object... arguments) {
        this(line, field, code, List.of(arguments));
    }
}
