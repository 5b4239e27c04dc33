package io.gendan.system.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.gendan.local.Part;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How fast one replica's relay empties a backlog. */
final class RelayDrain {
    private static final int BACKLOG = 200_000;
    private static final int BUDGET = 20_000;
    private static final String TOPIC = "intake.rulings";
    private static final List<String> PARTS = List.of("intake", "postgres", "kafka");

    private RelayDrain() {}

    static void measure(Lab lab, Report report) {
        report.begin("Relay: a backlog of %,d events".formatted(BACKLOG), """
                The rows (rulings of 0.3 kB over 20,000 keys) are inserted by SQL while intake is stopped; then intake is started. The rate runs from the first
                event that Kafka has to the last, read from the ends of the partitions, just after the start and so with a cold virtual machine.""");
        lab.run(EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.KEYCLOAK));
        lab.execute(Part.INTAKE, "truncate outbox_event");
        lab.execute(Part.INTAKE, BACKLOG_SQL);
        lab.execute(Part.INTAKE, "analyze outbox_event");
        report.table("run", "events/s", "seconds", "peak resident MB", "heap used MB at the end");
        drain(lab, report, "cold");
        double warm = drainAgain(lab, report);
        report.verdict("at least %,d events/s, here %,.0f".formatted(BUDGET, warm), warm >= BUDGET);
    }

    private static double drain(Lab lab, Report report, String run) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", lab.stack().kafka()))) {
            long before = end(admin);
            var starting = Thread.ofPlatform()
                    .start(() -> lab.run(EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.KEYCLOAK, Part.INTAKE)));
            double rate = watch(lab, report, admin, before, run, null);
            starting.join();
            return rate;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The same rows once more with the running service: one transaction makes them all visible at once. */
    private static double drainAgain(Lab lab, Report report) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", lab.stack().kafka()))) {
            Cpu before = Cpu.of(lab.stack(), PARTS);
            long end = end(admin);
            lab.execute(Part.INTAKE, BACKLOG_SQL);
            return watch(lab, report, admin, end, "running service", before);
        }
    }

    private static double watch(Lab lab, Report report, Admin admin, long before, String run, Cpu cpu) {
        long first = 0;
        long already = 0;
        long sent = 0;
        while (sent < BACKLOG) {
            sent = end(admin) - before;
            if (first == 0 && sent > 0) {
                first = System.nanoTime();
                already = sent;
            }
            LockSupport.parkNanos(20_000_000);
        }
        double seconds = (System.nanoTime() - first) / 1e9;
        while (lab.count(Part.INTAKE, "select count(*) from outbox_event") > 0) LockSupport.parkNanos(50_000_000);
        double rate = (sent - already) / seconds;
        long pid = lab.stack().pid("intake");
        report.row(
                run,
                "%,.0f".formatted(rate),
                "%.1f".formatted(seconds),
                String.valueOf(peakMegabytes(pid)),
                Recording.heapMegabytes(pid));
        if (cpu != null)
            report.note("Processor time per 1,000 events (with that of inserting them): "
                    + Cpu.of(lab.stack(), PARTS).since(cpu, BACKLOG / 1000) + ".");
        return rate;
    }

    private static long end(Admin admin) {
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, 6)
                .mapToObj(partition -> new TopicPartition(TOPIC, partition))
                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest(), (a, _) -> a, HashMap::new));
        try {
            return admin.listOffsets(latest).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static long peakMegabytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String BACKLOG_SQL = """
            with keys as materialized (select array_agg(gen_random_uuid()) as all_keys from generate_series(1, 20000))
            insert into outbox_event (id, bucket, topic, event_key, subject, type, classification, occurred_at, correlation_id, body)
            select uuidv7(), g %% 16, '%s', all_keys[1 + g %% 20000], all_keys[1 + g %% 20000], 'platform.ruling.made.v1',
                   'internal', now(), 'bench',
                   '{"rulingId":"01a20011-21fe-7ef3-8c94-cfa008c75d16","rule":"intake.authority.sales.L1","version":1,"clause":"000 §3.1",'
                   || '"outcome":"ALLOWED","recordType":"order","recordId":"' || all_keys[1 + g %% 20000] || '","actor":"huangting",'
                   || '"occurredAt":"2026-11-21T21:44:12.493345678Z"}'
              from generate_series(1, %d) g, keys""".formatted(TOPIC, BACKLOG);
}
