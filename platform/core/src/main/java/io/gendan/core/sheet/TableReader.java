package io.gendan.core.sheet;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.gendan.core.problem.Problem;

/** Makes named rows of bare ones, and faults of those that do not fit the header. */
final class TableReader implements RowSink {
    private final Set<String> required;
    private final Set<String> optional;
    private final SheetLimits limits;
    private final Consumer<SheetRow> rows;
    private final Consumer<RowFault> faults;
    private Header header;
    private int taken;

    TableReader(
            Set<String> required,
            Set<String> optional,
            SheetLimits limits,
            Consumer<SheetRow> rows,
            Consumer<RowFault> faults) {
        this.required = required;
        this.optional = optional;
        this.limits = limits;
        this.rows = rows;
        this.faults = faults;
    }

    boolean hasHeader() {
        return header != null;
    }

    @Override
    public void row(long line, List<String> cells, List<CellFault> cellFaults) {
        if (cells.size() > limits.columns()) throw Problem.Invalid.field("body", "too-many-columns", limits.columns());
        if (header == null) {
            header = new Header(cells.stream().map(String::strip).toList(), required, optional);
            return;
        }
        if (++taken > limits.rows()) throw Problem.Invalid.field("body", "too-many-rows", limits.rows());
        if (cells.size() != header.columns().size())
            faults.accept(new RowFault(
                    line, null, "wrong-number-of-fields", header.columns().size(), cells.size()));
        else if (fits(line, cells, cellFaults))
            rows.accept(header.row(line, cells.stream().map(Formulas::restored).toList()));
    }

    private boolean fits(long line, List<String> cells, List<CellFault> cellFaults) {
        boolean fits = cellFaults.isEmpty();
        for (CellFault fault : cellFaults)
            faults.accept(new RowFault(line, header.columns().get(fault.column()), fault.code()));
        for (int i = 0; i < cells.size(); i++)
            if (cells.get(i).length() > limits.cell()) {
                faults.accept(new RowFault(line, header.columns().get(i), "too-long", limits.cell()));
                fits = false;
            }
        return fits;
    }
}
