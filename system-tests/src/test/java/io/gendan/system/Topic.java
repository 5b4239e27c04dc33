package io.gendan.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One topic, read from its beginning to its present end, past the services. */
final class Topic {
    private final String name;
    private final String servers;

    Topic(WholeSystem system, String name) {
        this.name = name;
        servers = system.stack().kafka();
    }

    /** As a consumer sees it: an id may come twice, the first time counts. */
    record Message(String key, String id, String type, String body, Map<String, String> headers) {}

    List<Message> read() {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", servers, "default.api.timeout.ms", 20_000),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var messages = new ArrayList<Message>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p)))
                consumer.poll(Duration.ofMillis(200)).forEach(r -> messages.add(message(r)));
            return messages;
        }
    }

    List<Message> about(String key) {
        return read().stream().filter(m -> key.equals(m.key())).toList();
    }

    /** The types under this key in order, each event where it came first. */
    List<String> firstOccurrences(String key) {
        var types = new LinkedHashMap<String, String>();
        about(key).forEach(m -> types.putIfAbsent(m.id(), m.type()));
        return List.copyOf(types.values());
    }

    void send(String key, String body, String type) {
        send(key, body, type, UUID.randomUUID().toString());
    }

    void send(String key, String body, String type, String id) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", servers), new StringSerializer(), new StringSerializer())) {
            var message = new ProducerRecord<>(name, key, body);
            message.headers().add("ce_id", id.getBytes(StandardCharsets.UTF_8));
            message.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
            message.headers().add("ce_specversion", "1.0".getBytes(StandardCharsets.UTF_8));
            producer.send(message).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Message message(ConsumerRecord<String, String> record) {
        var headers = new LinkedHashMap<String, String>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        return new Message(record.key(), headers.get("ce_id"), headers.get("ce_type"), record.value(), headers);
    }
}
