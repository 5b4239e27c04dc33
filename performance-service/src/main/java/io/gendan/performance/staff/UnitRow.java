package io.gendan.performance.staff;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.gendan.core.sheet.RowFault;
import io.gendan.core.sheet.SheetRow;

/**
 * A row of {@code units.csv}.
 *
 * @param change what the row says of the unit; columns that the file does not have leave what is on record
 */
record UnitRow(long line, String code, UnitChange change) implements Row {
    static final Set<String> COLUMNS = Set.of("code", "name", "name_en", "parent", "profile");
    static final Set<String> MORE_COLUMNS = Set.of("kind", "head", "merchandising", "controlling", "merchandiser");

    /** As a file is written, so that reading it again changes nothing. */
    static final List<String> EXPORTED = List.of(
            "code",
            "name",
            "name_en",
            "parent",
            "kind",
            "profile",
            "head",
            "merchandising",
            "controlling",
            "merchandiser");

    static List<String> exported(String code, UnitDetails unit) {
        return Arrays.asList(
                code,
                unit.name(),
                unit.nameEn(),
                unit.parent(),
                unit.kind().name(),
                unit.profile(),
                unit.namedHead(),
                String.valueOf(unit.merchandising()),
                String.valueOf(unit.controlling()),
                unit.merchandiser());
    }

    /** The row, unless it has faults, which are added to the list. */
    static Optional<UnitRow> read(SheetRow row, Structure before, List<RowFault> faults) {
        var fields = new RowReader(row, faults);
        var change = new UnitChange(
                fields.optional("name", 200),
                fields.optional("name_en", 200),
                fields.optional("parent", 20),
                row.get("kind") == null ? null : fields.oneOf("kind", UnitKind.class),
                fields.optional("profile", 20),
                fields.optional("head", 64),
                fields.flag("merchandising"),
                fields.flag("controlling"),
                fields.optional("merchandiser", 64),
                empty(row));
        var unit = new UnitRow(row.line(), fields.matching("code", "[A-Z0-9][A-Z0-9-]{0,19}"), change);
        unit.over(unit.onRecord(before.units()))
                .faults()
                .forEach(fault -> fields.fault(
                        StaffRow.column(fault.field()),
                        fault.code(),
                        fault.arguments().toArray()));
        return fields.inOrder() ? Optional.of(unit) : Optional.empty();
    }

    /** @param known what is on record of the unit, or null */
    UnitDetails over(UnitDetails known) {
        return known == null ? change.ofNew() : change.over(known);
    }

    @Override
    public String key() {
        return code;
    }

    private static Set<String> empty(SheetRow row) {
        var empty = new HashSet<String>();
        for (String column : List.of("parent", "head", "merchandiser"))
            if (row.fields().containsKey(column) && row.get(column) == null) empty.add(column);
        return empty;
    }
}
