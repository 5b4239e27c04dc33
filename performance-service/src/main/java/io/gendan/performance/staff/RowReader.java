package io.gendan.performance.staff;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import io.gendan.core.sheet.RowFault;
import io.gendan.core.sheet.SheetRow;

/** Reads the fields of one row and notes every fault in it, not only the first. */
final class RowReader {
    private final SheetRow row;
    private final List<RowFault> faults;
    private final int faultsBefore;

    RowReader(SheetRow row, List<RowFault> faults) {
        this.row = row;
        this.faults = faults;
        this.faultsBefore = faults.size();
    }

    boolean inOrder() {
        return faults.size() == faultsBefore;
    }

    void fault(String field, String code, Object... arguments) {
        faults.add(new RowFault(row.line(), field, code, arguments));
    }

    String optional(String column, int longest) {
        String field = row.get(column);
        if (field != null && field.length() > longest) fault(column, "too-long", longest);
        return field;
    }

    String required(String column, int longest) {
        String field = optional(column, longest);
        if (field == null) fault(column, "required");
        return field;
    }

    String matching(String column, String form) {
        String field = required(column, 200);
        if (field != null && !field.matches(form)) fault(column, "malformed");
        return field;
    }

    String oneOf(String column, Collection<String> allowed) {
        String field = row.get(column);
        if (field == null) fault(column, "required");
        else if (!allowed.contains(field)) fault(column, "not-one-of", new TreeSet<>(allowed));
        return field;
    }

    <E extends Enum<E>> E oneOf(String column, Class<E> choices) {
        List<String> names =
                Arrays.stream(choices.getEnumConstants()).map(Enum::name).toList();
        String field = oneOf(column, names);
        return field != null && names.contains(field) ? Enum.valueOf(choices, field) : null;
    }

    /** {@code true} or {@code false}; null where nothing is said. */
    Boolean flag(String column) {
        return row.get(column) == null ? null : Boolean.valueOf(oneOf(column, List.of("true", "false")));
    }

    LocalDate date(String column) {
        String field = row.get(column);
        if (field == null) return null;
        try {
            return LocalDate.parse(field);
        } catch (DateTimeParseException e) {
            fault(column, "malformed");
            return null;
        }
    }
}
