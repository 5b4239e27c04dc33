package io.gendan.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Released samples pin what goes over the wire: an event that reads or writes differently is another event, with a
 * version of its own. {@code -Dsamples.write=true} writes the samples of new types.
 */
class WireFormatTest {
    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    static Stream<String> types() {
        return EventTypes.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeIsWrittenAndReadAsReleased(String type) throws IOException {
        Class<? extends DomainEvent> record = EventTypes.find(type).orElseThrow();
        Object event = Sample.of(record);
        Path sample = SAMPLES.resolve(type + ".json");
        if (Boolean.getBoolean("samples.write") && !Files.exists(sample))
            Files.writeString(sample, JSON.writeValueAsString(event) + "\n");

        assertThat(sample).as("released sample").exists();
        assertThat(JSON.readTree(JSON.writeValueAsString(event))).isEqualTo(JSON.readTree(Files.readString(sample)));
        assertThat((Object) JSON.readValue(Files.readString(sample), record)).isEqualTo(event);
    }

    /** What was added to a type is null in what stands in topics from before. */
    @ParameterizedTest
    @ValueSource(strings = {"performance.staff.registered.v1", "performance.unit.registered.v1"})
    void whatAnEarlierReleaseWroteIsReadWithoutWhatWasAdded(String type) throws IOException {
        Class<? extends DomainEvent> record = EventTypes.find(type).orElseThrow();
        JsonNode earlier = JSON.readTree(
                Files.readString(Path.of("src/test/resources/earlier").resolve(type + ".json")));

        JsonNode read = JSON.valueToTree(JSON.treeToValue(earlier, record));

        earlier.fieldNames()
                .forEachRemaining(field -> assertThat(read.get(field)).isEqualTo(earlier.get(field)));
        read.fieldNames().forEachRemaining(field -> assertThat(earlier.has(field))
                .isNotEqualTo(read.get(field).isNull()));
    }

    @Test
    void noSampleIsLeftOfATypeThatIsGone() throws IOException {
        try (var files = Files.list(SAMPLES)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", "")))
                    .containsExactlyInAnyOrderElementsOf(EventTypes.all().keySet());
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeIsNamedByServiceThingParticipleAndVersion(String type) {
        assertThat(type)
                .matches("(intake|contract|fulfillment|aftersales|performance|platform)\\.[a-z-]+\\.[a-z-]+\\.v\\d+");
    }

    @Test
    void everyTopicOfAnEventIsDeclared() throws IOException {
        var declared = Files.readAllLines(Path.of("src/main/resources/io/gendan/events/topics.csv")).stream()
                .map(line -> line.split(",")[0])
                .toList();
        for (var type : EventTypes.all().values())
            for (String service : new String[] {"intake", "contract", "fulfillment", "aftersales", "performance"})
                assertThat(declared).contains(EventTypes.topic(type, service));
    }
}
