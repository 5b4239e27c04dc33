package io.gendan.core.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.dhatim.fastexcel.Workbook;

/**
 * Writes a table row by row. What a spreadsheet would take for a formula is neutralized; {@link Sheets} reads back what was
 * written.
 */
public abstract sealed class SheetWriter implements AutoCloseable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int ROWS_IN_MEMORY = 500;

    /** @param columns names, the first row */
    public static SheetWriter to(OutputStream out, SheetFormat format, List<String> columns) {
        SheetWriter writer =
                switch (format) {
                    case CSV -> new Csv(out);
                    case XLSX -> new Xlsx(out);
                };
        writer.write(columns);
        return writer;
    }

    /** @param cells in the order of the columns; null for an empty one */
    public final void row(List<String> cells) {
        write(cells.stream()
                .map(cell -> cell == null ? "" : Formulas.neutralized(cell))
                .toList());
    }

    /** Ends the file; the stream stays open. */
    @Override
    public abstract void close();

    abstract void write(List<String> cells);

    private static final class Csv extends SheetWriter {
        private final CsvWriter csv;

        /** Without the mark Excel takes the file for one in the country's old encoding. */
        Csv(OutputStream out) {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            try {
                text.write(BYTE_ORDER_MARK);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            csv = CsvWriter.builder().build(text);
        }

        @Override
        void write(List<String> cells) {
            csv.writeRecord(cells);
        }

        @Override
        public void close() {
            try {
                csv.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Xlsx extends SheetWriter {
        private final Workbook workbook;
        private final org.dhatim.fastexcel.Worksheet sheet;
        private int rows;

        Xlsx(OutputStream out) {
            workbook = new Workbook(out, "Gendan", null);
            sheet = workbook.newWorksheet("Gendan");
            sheet.freezePane(0, 1);
        }

        @Override
        void write(List<String> cells) {
            for (int i = 0; i < cells.size(); i++)
                if (!cells.get(i).isEmpty()) sheet.inlineString(rows, i, writable(cells.get(i)));
            try {
                if (++rows % ROWS_IN_MEMORY == 0) sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                workbook.finish();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** XML has no way to say most control characters. */
        private static String writable(String text) {
            return text.replaceAll("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
        }
    }
}
