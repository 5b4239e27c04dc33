package io.gendan.events;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/asyncapi.yaml} says what the records say; {@code -Dasyncapi.write=true} writes it anew. */
class AsyncApiTest {
    private static final Path DOCUMENT = Path.of("../../docs/asyncapi.yaml");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .build();

    @Test
    void theDocumentDescribesEveryTopicAndEvent() throws IOException {
        String expected = YAML.writeValueAsString(document());
        if (Boolean.getBoolean("asyncapi.write")) Files.writeString(DOCUMENT, expected);

        assertThat(DOCUMENT).exists();
        assertThat(YAML.readTree(Files.readString(DOCUMENT))).isEqualTo(YAML.readTree(expected));
    }

    private static Map<String, Object> document() {
        var channels = new LinkedHashMap<String, Object>();
        var operations = new LinkedHashMap<String, Object>();
        var messages = new LinkedHashMap<String, Object>();
        var schemas = new LinkedHashMap<String, Object>();
        EventTypes.all().forEach((name, type) -> {
            String topic = EventTypes.topic(type, "intake");
            boolean everyService = !topic.equals(EventTypes.topic(type, "contract"));
            String address = everyService ? topic.replace("intake", "{service}") : topic;
            String channel = address.replace("{service}", "service").replace('.', '-');
            messages.put(name, message(name, type));
            collect(type, schemas);
            @SuppressWarnings("unchecked")
            var entry = (Map<String, Object>) channels.computeIfAbsent(channel, _ -> channel(address));
            @SuppressWarnings("unchecked")
            var ofChannel = (Map<String, Object>) entry.get("messages");
            ofChannel.put(name, ref("components/messages/" + name));
            operations.computeIfAbsent(
                    "publish-" + channel, _ -> Map.of("action", "send", "channel", ref("channels/" + channel)));
        });
        var document = new LinkedHashMap<String, Object>();
        document.put("asyncapi", "3.0.0");
        document.put(
                "info",
                ordered(
                        "title",
                        "Gendan events",
                        "version",
                        "1.0.0",
                        "description",
                        "CloudEvents 1.0 in Kafka's binary mode: attributes as ce_ headers, the body as JSON. "
                                + "Messages with one key keep their order; a message may be delivered twice, with the same ce_id."));
        document.put("defaultContentType", "application/json");
        document.put("channels", channels);
        document.put("operations", operations);
        document.put("components", ordered("messages", messages, "schemas", schemas));
        return document;
    }

    private static Map<String, Object> channel(String address) {
        var channel = new LinkedHashMap<String, Object>();
        channel.put("address", address);
        channel.put("messages", new LinkedHashMap<String, Object>());
        return channel;
    }

    private static Map<String, Object> message(String name, Class<? extends DomainEvent> type) {
        return ordered(
                "name",
                name,
                "headers",
                ordered(
                        "type",
                        "object",
                        "required",
                        List.of("ce_specversion", "ce_id", "ce_type", "ce_source", "ce_subject", "ce_time"),
                        "properties",
                        ordered(
                                "ce_type",
                                ordered("const", name),
                                "ce_dataclassification",
                                ordered("const", EventTypes.classification(type)))),
                "payload",
                ref("components/schemas/" + schemaName(type)));
    }

    private static void collect(Class<?> record, Map<String, Object> schemas) {
        String name = schemaName(record);
        if (schemas.containsKey(name)) return;
        var properties = new LinkedHashMap<String, Object>();
        schemas.put(name, ordered("type", "object", "properties", properties));
        for (RecordComponent component : record.getRecordComponents())
            properties.put(component.getName(), schema(component.getGenericType(), schemas));
    }

    private static Object schema(Type type, Map<String, Object> schemas) {
        if (type instanceof ParameterizedType many)
            return ordered("type", "array", "items", schema(many.getActualTypeArguments()[0], schemas));
        if (type == UUID.class) return ordered("type", "string", "format", "uuid");
        if (type == Instant.class) return ordered("type", "string", "format", "date-time");
        if (type == LocalDate.class) return ordered("type", "string", "format", "date");
        if (type == BigDecimal.class) return ordered("type", "string", "format", "decimal");
        if (type == String.class) return ordered("type", "string");
        if (type == JsonNode.class) return ordered("type", "object");
        if (type == int.class || type == Integer.class) return ordered("type", "integer");
        if (type == boolean.class) return ordered("type", "boolean");
        collect((Class<?>) type, schemas);
        return ref("components/schemas/" + schemaName((Class<?>) type));
    }

    private static String schemaName(Class<?> record) {
        var names = new ArrayList<>(Arrays.asList(record.getName().split("[.$]")));
        return names.getLast();
    }

    private static Map<String, Object> ref(String path) {
        return ordered("$ref", "#/" + path);
    }

    private static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) map.put((String) pairs[i], pairs[i + 1]);
        return map;
    }
}
