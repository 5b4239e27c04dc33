package io.gendan.performance.staff;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A row of {@code units.csv}. */
record UnitRow(long line, String code, String name, String nameEn, String parent, UnitKind kind, String profile)
        implements Hierarchy.Placed {
    static final Set<String> COLUMNS = Set.of("code", "name", "name_en", "parent", "profile");
    static final Set<String> MORE_COLUMNS = Set.of("kind");

    /** The row, unless it has faults, which are added to the list. */
    static Optional<UnitRow> read(CsvTable.Row row, List<RowFault> faults) {
        var fields = new RowReader(row, faults);
        String parent = fields.optional("parent", 20);
        var unit = new UnitRow(
                row.line(),
                fields.matching("code", "[A-Z0-9][A-Z0-9-]{0,19}"),
                fields.required("name", 200),
                fields.required("name_en", 200),
                parent,
                row.get("kind") == null ? kindByDefault(parent) : fields.oneOf("kind", UnitKind.class),
                fields.oneOf("profile", Unit.PROFILES));
        return fields.inOrder() ? Optional.of(unit) : Optional.empty();
    }

    private static UnitKind kindByDefault(String parent) {
        return parent == null ? UnitKind.COMPANY : UnitKind.DEPARTMENT;
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
