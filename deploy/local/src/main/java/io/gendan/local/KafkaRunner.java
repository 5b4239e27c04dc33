package io.gendan.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** One Kafka broker that is its own controller (KRaft). */
final class KafkaRunner implements Runner {
    private final StackOptions options;
    private final int port;
    private final int controllerPort;

    KafkaRunner(StackOptions options, Ports ports) {
        this.options = options;
        this.port = ports.of(Port.KAFKA);
        this.controllerPort = ports.of(Port.KAFKA_CONTROLLER);
    }

    @Override
    public Part part() {
        return Part.KAFKA;
    }

    @Override
    public void prepare() {
        Disk.write(settings(), configuration());
        Disk.write(logging(), LOGGING);
        if (Files.exists(data().resolve("meta.properties"))) return;
        Program format = java(
                        "kafka-format",
                        List.of(
                                "kafka.tools.StorageTool",
                                "format",
                                "--cluster-id=" + clusterId(), // which may begin with a dash
                                "--config",
                                settings().toString()))
                .program(Java.Cache.NONE, options.shared());
        Processes.run(part().title(), format, options.log(part().id()));
    }

    @Override
    public Program program() {
        return java().program(Java.Cache.NONE, options.shared());
    }

    @Override
    public Java java() {
        return java("kafka", List.of("kafka.Kafka", settings().toString()));
    }

    @Override
    public boolean isReady() {
        if (Ports.isFree(port)) return false;
        try (Admin admin = admin()) {
            return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Creates the topics that are missing; topics are never made by accident of a name. */
    @Override
    public void furnish() {
        List<Topics.Topic> wanted = Topics.read();
        try (Admin admin = admin()) {
            Set<String> existing = admin.listTopics().names().get(10, TimeUnit.SECONDS);
            List<NewTopic> missing = wanted.stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .map(topic -> new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                            .configs(topic.compacted() ? Map.of("cleanup.policy", "compact") : Map.of()))
                    .toList();
            admin.createTopics(missing).all().get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new StackFailure("Kafka: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted", e);
        }
    }

    private Admin admin() {
        var properties = new HashMap<String, Object>();
        properties.put("bootstrap.servers", "127.0.0.1:" + port);
        properties.put("request.timeout.ms", 3000);
        properties.put("default.api.timeout.ms", 10000);
        return Admin.create(properties);
    }

    private Java java(String name, List<String> main) {
        Path libraries = options.built().resolve("kafka-libs");
        var run = new ArrayList<>(List.of("-cp", libraries + "/*"));
        run.add("-Djava.util.logging.config.file=" + logging());
        run.addAll(main);
        return new Java(
                name,
                Disk.files(libraries, ".jar"),
                options.flags("-Xms128m", "-Xmx384m", "-XX:+UseSerialGC"),
                run,
                Map.of());
    }

    private String clusterId() {
        byte[] id = new byte[16];
        for (int i = 0; i < id.length; i++) {
            id[i] = (byte) (options.state().toString().hashCode() >>> i);
        }
        return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    private Path data() {
        return options.state().resolve("data/kafka");
    }

    private Path settings() {
        return options.state().resolve("conf/kafka.properties");
    }

    private Path logging() {
        return options.state().resolve("conf/kafka-logging.properties");
    }

    private String configuration() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                num.partitions=4
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=8
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                controlled.shutdown.enable=true
                log.retention.hours=-1
                """.formatted(port, controllerPort, data());
    }

    private static final String LOGGING = """
            handlers=java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.level=INFO
            java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter
            java.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL%1$tz %4$-7s %3$s %5$s%6$s%n
            .level=INFO
            """;
}
