package io.gendan.core.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The service's dead-letter topic: what no attempt could process, each with topic and reason. Replaying puts the
 * letters back on the topics they came from; whoever has processed such an event already passes it over by its id.
 */
@ApplicationScoped
class DeadLetters {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @ConfigProperty(name = "gendan.service")
    String service;

    /** Letters not replayed yet, oldest first. */
    List<ConsumerRecord<byte[], byte[]>> waiting(int limit) {
        try (var consumer = consumer()) {
            return read(consumer, limit, (_, _) -> {});
        }
    }

    /** @return how many were put back */
    int replay() {
        try (var consumer = consumer();
                var producer = new KafkaProducer<byte[], byte[]>(
                        producerConfiguration(), new ByteArraySerializer(), new ByteArraySerializer())) {
            return read(consumer, Integer.MAX_VALUE, (partition, letter) -> {
                        putBack(producer, letter);
                        consumer.commitSync(Map.of(partition, new OffsetAndMetadata(letter.offset() + 1)));
                    })
                    .size();
        }
    }

    static String header(ConsumerRecord<?, ?> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private List<ConsumerRecord<byte[], byte[]>> read(
            KafkaConsumer<byte[], byte[]> consumer,
            int limit,
            BiConsumer<TopicPartition, ConsumerRecord<byte[], byte[]>> each) {
        var partitions = consumer.partitionsFor(service + ".dead-letters", PATIENCE).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
        var letters = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        while (letters.size() < limit
                && partitions.stream().anyMatch(p -> consumer.position(p, PATIENCE) < ends.get(p)))
            for (var letter : consumer.poll(PATIENCE)) {
                var partition = new TopicPartition(letter.topic(), letter.partition());
                if (letters.size() == limit || letter.offset() >= ends.get(partition)) continue;
                each.accept(partition, letter);
                letters.add(letter);
            }
        return letters;
    }

    private static void putBack(KafkaProducer<byte[], byte[]> producer, ConsumerRecord<byte[], byte[]> letter) {
        var again =
                new ProducerRecord<byte[], byte[]>(header(letter, "dead-letter-topic"), letter.key(), letter.value());
        letter.headers().forEach(h -> {
            if (!h.key().startsWith("dead-letter-")) again.headers().add(h);
        });
        try {
            producer.send(again).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("stopped while replaying", e);
        } catch (ExecutionException e) {
            throw new KafkaException("not put back", e.getCause());
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        var configuration = new HashMap<>(kafka);
        configuration.put(ConsumerConfig.GROUP_ID_CONFIG, service + "-dead-letters");
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        return new KafkaConsumer<>(configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> producerConfiguration() {
        var configuration = new HashMap<>(kafka);
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        return configuration;
    }
}
