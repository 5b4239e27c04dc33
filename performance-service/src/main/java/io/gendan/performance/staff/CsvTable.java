package io.gendan.performance.staff;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.gendan.core.problem.Problem;

/** A CSV file in UTF-8 whose first line names the columns, in any order; faults are those of rows that do not fit it. */
record CsvTable(List<Row> rows, List<RowFault> faults) {
    /** @param line where the row begins in the file, from 1 */
    record Row(long line, Map<String, String> fields) {
        /** Without blanks around it; null where the field is empty or its column missing. */
        String get(String column) {
            String field = fields.get(column);
            return field == null || field.isBlank() ? null : field.strip();
        }
    }

    static CsvTable read(byte[] body, Set<String> required, Set<String> optional) {
        try (var reader = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text(body))) {
            var records = reader.iterator();
            if (!records.hasNext()) throw Problem.Invalid.field("body", "required");
            var header = records.next().getFields().stream().map(String::strip).toList();
            check(header, required, optional);
            var rows = new ArrayList<Row>();
            var faults = new ArrayList<RowFault>();
            while (records.hasNext()) add(records.next(), header, rows, faults);
            return new CsvTable(rows, faults);
        } catch (CsvParseException e) {
            throw Problem.Invalid.field("body", "not-csv", String.valueOf(e.getMessage()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e); // a reader of a text has nothing to close
        }
    }

    private static void add(CsvRecord found, List<String> header, List<Row> rows, List<RowFault> faults) {
        if (found.getFieldCount() != header.size()) {
            faults.add(new RowFault(
                    found.getStartingLineNumber(),
                    null,
                    "wrong-number-of-fields",
                    header.size(),
                    found.getFieldCount()));
            return;
        }
        var fields = new HashMap<String, String>();
        for (int i = 0; i < header.size(); i++) fields.put(header.get(i), found.getField(i));
        rows.add(new Row(found.getStartingLineNumber(), fields));
    }

    private static void check(List<String> header, Set<String> required, Set<String> optional) {
        for (String column : required)
            if (!header.contains(column)) throw Problem.Invalid.field(column, "column-missing");
        var seen = new HashSet<String>();
        for (String column : header) {
            if (!required.contains(column) && !optional.contains(column))
                throw Problem.Invalid.field(column, "column-unknown");
            if (!seen.add(column)) throw Problem.Invalid.field(column, "column-twice");
        }
    }

    private static String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Problem.Invalid.field("body", "not-utf-8");
        }
    }
}
