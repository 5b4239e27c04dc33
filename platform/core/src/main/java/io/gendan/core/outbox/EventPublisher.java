package io.gendan.core.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends outbox rows as CloudEvents in Kafka's binary mode: attributes as {@code ce_} headers, the body as JSON. */
@ApplicationScoped
class EventPublisher {
    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @ConfigProperty(name = "gendan.service")
    String service;

    private KafkaProducer<String, String> producer;

    Future<RecordMetadata> send(OutboxStore.Row row) {
        var message = new ProducerRecord<>(row.topic(), row.key().toString(), row.body());
        Headers headers = message.headers();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", row.id().toString());
        add(headers, "ce_type", row.type());
        add(headers, "ce_source", "/gendan/" + service);
        add(headers, "ce_subject", row.subject().toString());
        add(headers, "ce_time", row.occurredAt());
        add(headers, "ce_dataclassification", row.classification());
        add(headers, "content-type", "application/json");
        add(headers, "traceparent", row.traceparent());
        add(headers, "x-correlation-id", row.correlationId());
        return producer().send(message);
    }

    /** After a failure nothing of the old producer may still be under way: the rows are sent again, in order. */
    void startAnew() {
        if (producer == null) return;
        producer.close(Duration.ZERO);
        producer = null;
    }

    void close() {
        if (producer != null) producer.close(Duration.ofSeconds(2));
    }

    private KafkaProducer<String, String> producer() {
        if (producer == null) {
            var configuration = new HashMap<>(kafka);
            configuration.put(ProducerConfig.ACKS_CONFIG, "all");
            configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            configuration.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-outbox");
            configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
            configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
            // An event is given up only with its replica: one that timed out alone could be overtaken by the next.
            configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
            configuration.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
            configuration.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            configuration.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
            producer = new KafkaProducer<>(configuration, new StringSerializer(), new StringSerializer());
        }
        return producer;
    }

    private static void add(Headers headers, String name, String value) {
        if (value != null) headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
