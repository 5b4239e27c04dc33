package io.gendan.performance.staff;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A row of {@code units.csv}. */
record UnitRow(long line, String code, String name, String nameEn, String parent, String profile)
        implements Hierarchy.Placed {
    static final Set<String> COLUMNS = Set.of("code", "name", "name_en", "parent", "profile");

    /** The row, unless it has faults, which are added to the list. */
    static Optional<UnitRow> read(CsvTable.Row row, List<RowFault> faults) {
        var fields = new RowReader(row, faults);
        var unit = new UnitRow(
                row.line(),
                fields.matching("code", "[A-Z0-9][A-Z0-9-]{0,19}"),
                fields.required("name", 200),
                fields.required("name_en", 200),
                fields.optional("parent", 20),
                fields.oneOf("profile", Unit.PROFILES));
        return fields.inOrder() ? Optional.of(unit) : Optional.empty();
    }

    @Override
    public String key() {
        return code;
    }

    @Override
    public String above() {
        return parent;
    }
}
