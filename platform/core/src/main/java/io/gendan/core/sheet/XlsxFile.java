package io.gendan.core.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import io.gendan.core.problem.Problem;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of an Excel workbook, row by row. */
final class XlsxFile {
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    private final RowSink sink;
    private final XlsxCells cells;
    private int width;

    private XlsxFile(RowSink sink, XlsxCells cells) {
        this.sink = sink;
        this.cells = cells;
    }

    static void read(byte[] file, SheetLimits limits, RowSink sink) {
        XlsxGuard.check(file, limits);
        try (var workbook = open(file);
                var rows = rows(workbook)) {
            var reader = new XlsxFile(sink, new XlsxCells(workbook.isDate1904()));
            Iterator<Row> each = rows.iterator();
            for (Row row = next(each); row != null; row = next(each)) reader.take(row);
        } catch (IOException e) {
            throw damaged();
        }
    }

    static Problem.Invalid damaged() {
        return Problem.Invalid.field("body", "workbook-damaged");
    }

    /** Cells that were left out at the end are empty, those beyond the header are not. */
    private void take(Row row) {
        var texts = new ArrayList<String>();
        var faults = new ArrayList<RowSink.CellFault>();
        int last = 0;
        for (Cell cell : row) {
            int place = texts.size();
            String text = cells.text(cell, fault -> faults.add(new RowSink.CellFault(place, fault)));
            texts.add(text);
            if (!text.isBlank() || !faults.isEmpty() && faults.getLast().column() == place) last = texts.size();
        }
        if (last == 0) return;
        if (width == 0) width = last;
        while (texts.size() < width) texts.add("");
        sink.row(row.getRowNum(), List.copyOf(texts.subList(0, Math.max(width, last))), faults);
    }

    private static ReadableWorkbook open(byte[] file) throws IOException {
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS);
        } catch (RuntimeException stumbled) {
            throw damaged();
        }
    }

    private static Stream<Row> rows(ReadableWorkbook workbook) throws IOException {
        try {
            return workbook.getFirstSheet().openStream();
        } catch (RuntimeException stumbled) {
            throw damaged();
        }
    }

    /** The library throws whatever it stumbles over. */
    private static Row next(Iterator<Row> rows) {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (RuntimeException stumbled) {
            throw damaged();
        }
    }
}
