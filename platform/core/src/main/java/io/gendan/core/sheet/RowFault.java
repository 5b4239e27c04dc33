package io.gendan.core.sheet;

import java.util.List;

/**
 * What is wrong with one field of one row; a null field means the row as a whole.
 *
 * @param line where the row begins in the file, from 1
 * @param code key of its message in the bundles, as {@code field.<code>}
 * @param arguments fill {0}, {1} … of the message
 */
public record RowFault(long line, String field, String code, List<Object> arguments) {
    public RowFault(long line, String field, String code, Object... arguments) {
        this(line, field, code, List.of(arguments));
    }
}
