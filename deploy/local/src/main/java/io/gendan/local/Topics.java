package io.gendan.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvReader;

/** The topics of the published language, from the list that the event module carries. */
final class Topics {
    private static final String LIST = "io/gendan/events/topics.csv";

    private Topics() {}

    record Topic(String name, int partitions, boolean compacted) {}

    static List<Topic> read() {
        try (InputStream list = Topics.class.getClassLoader().getResourceAsStream(LIST)) {
            if (list == null) throw new StackFailure("class path has no " + LIST);
            try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(list, StandardCharsets.UTF_8))) {
                return csv.stream()
                        .map(row -> new Topic(
                                row.getField("name").strip(),
                                Integer.parseInt(row.getField("partitions").strip()),
                                Boolean.parseBoolean(row.getField("compacted").strip())))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
