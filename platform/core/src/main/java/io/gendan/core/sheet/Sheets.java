package io.gendan.core.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.gendan.core.problem.Problem;

/** Reads tables whose first row names the columns, in any order. */
public final class Sheets {
    private Sheets() {}

    /** A whole table in memory, and the faults of the rows that do not fit it. */
    public record Table(List<SheetRow> rows, List<RowFault> faults) {
        public int size() {
            return rows.size()
                    + (int) faults.stream().map(RowFault::line).distinct().count();
        }
    }

    /** @throws Problem.Invalid where the file as a whole cannot be read or exceeds {@link SheetLimits#UPLOAD} */
    public static Table read(byte[] file, SheetFormat format, Set<String> required, Set<String> optional) {
        var rows = new ArrayList<SheetRow>();
        var faults = new ArrayList<RowFault>();
        read(file, format, required, optional, SheetLimits.UPLOAD, rows::add, faults::add);
        return new Table(rows, faults);
    }

    /**
     * Hands over row by row, so that only who wants to keeps them.
     *
     * @throws Problem.Invalid where the file as a whole cannot be read or exceeds the limits; rows may have been handed
     *     over before
     */
    public static void read(
            byte[] file,
            SheetFormat format,
            Set<String> required,
            Set<String> optional,
            SheetLimits limits,
            Consumer<SheetRow> rows,
            Consumer<RowFault> faults) {
        if (file.length > limits.bytes()) throw Problem.Invalid.field("body", "file-too-large", limits.bytes());
        var table = new TableReader(required, optional, limits, rows, faults);
        switch (format) {
            case CSV -> CsvFile.read(file, table);
            case XLSX -> XlsxFile.read(file, limits, table);
        }
        if (!table.hasHeader()) throw Problem.Invalid.field("body", "required");
    }
}
