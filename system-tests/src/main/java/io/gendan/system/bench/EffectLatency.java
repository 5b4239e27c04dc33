package io.gendan.system.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import io.gendan.local.Part;

/** From the commit of a decision in intake to the commit of its effect in contract. */
final class EffectLatency {
    private static final int RATE = 200;
    private static final int QUIET_RATE = 50;
    private static final int SECONDS = 45;
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final int WARM_UP_AT_MOST = 30_000;
    private static final int CONNECTIONS = 32;
    private static final double P50 = 4;
    private static final double P99 = 15;
    private static final List<String> PARTS = List.of("intake", "contract", "postgres", "kafka");

    private EffectLatency() {}

    static void measure(Lab lab, Report report) {
        report.begin(
                "Commit to effect, intake to contract", """
                Orders are confirmed over HTTP at intake in an open loop for %d s (after %d s of warm-up), at %d/s and at the budget's %d/s. Measured by the server's
                own commit times (`track_commit_timestamp`, one clock): from the commit of the confirmation (its audit entry's transaction) to the commit of contract's
                copy of the order. PostgreSQL takes these times just before it flushes the commit record, so intake's flush is inside and contract's is not.
                Every confirmation also publishes a ruling, so that the relay carries twice as many events.""".formatted(SECONDS, WARM_UP.toSeconds(), QUIET_RATE, RATE));
        lab.run(EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.KEYCLOAK, Part.INTAKE, Part.CONTRACT));
        var confirmations = new Confirmations(lab, (RATE + QUIET_RATE) * SECONDS + WARM_UP_AT_MOST);
        Load.closed(lab.stack().url("intake"), CONNECTIONS, Duration.ZERO, WARM_UP, confirmations::next);
        awaitQuiet(lab);
        report.table("orders/s", "events", "p50 ms", "p90 ms", "p99 ms", "max ms", "answer p50 ms", "answer p99 ms");
        var notes = new ArrayList<String>();
        at(QUIET_RATE, lab, report, confirmations, notes);
        boolean met = at(RATE, lab, report, confirmations, notes);
        notes.forEach(report::note);
        report.verdict("p50 ≤ %.0f ms and p99 ≤ %.0f ms at %d/s".formatted(P50, P99, RATE), met);
    }

    private static boolean at(int rate, Lab lab, Report report, Confirmations confirmations, List<String> notes) {
        List<byte[]> requests = confirmations.take(rate * SECONDS);
        long from = lab.count(Part.INTAKE, MICROSECONDS_NOW);
        Cpu before = Cpu.of(lab.stack(), PARTS);
        var answers = Load.open(lab.stack().url("intake"), CONNECTIONS, rate, requests.size(), requests::get);
        String used = Cpu.of(lab.stack(), PARTS).since(before, requests.size());
        awaitQuiet(lab);

        double[] millis = latencies(lab, from);
        report.row(
                String.valueOf(rate),
                String.valueOf(millis.length),
                at(millis, 0.5),
                at(millis, 0.9),
                at(millis, 0.99),
                at(millis, 1),
                "%.1f".formatted(answers.millis(0.5)),
                "%.1f".formatted(answers.millis(0.99)));
        int lost = answers.nanos().length - millis.length;
        notes.add("At %d/s: processor time per confirmation: %s. Without effect: %d.%s"
                .formatted(
                        rate, used, lost, answers.refused().isEmpty() ? "" : " Refused: " + answers.refused() + "."));
        return lost == 0 && millis.length > 0 && value(millis, 0.5) <= P50 && value(millis, 0.99) <= P99;
    }

    private static void awaitQuiet(Lab lab) {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < until
                && (lab.count(Part.INTAKE, "select count(*) from outbox_event") > 0 || missing(lab) > 0))
            LockSupport.parkNanos(200_000_000);
    }

    private static long missing(Lab lab) {
        return lab.count(Part.INTAKE, CONFIRMED_THROUGH_THE_SERVICE)
                - lab.count(Part.CONTRACT, "select count(*) from confirmed_order");
    }

    private static double[] latencies(Lab lab, long from) {
        Map<UUID, Long> decided = times(
                lab,
                Part.INTAKE,
                "select record_id, " + COMMITTED + " from audit_entry where action = 'intake.order.confirmed' and "
                        + COMMITTED + " >= " + from);
        Map<UUID, Long> effective =
                times(lab, Part.CONTRACT, "select order_id, " + COMMITTED + " from confirmed_order");
        double[] millis = decided.entrySet().stream()
                .filter(e -> effective.containsKey(e.getKey()))
                .mapToDouble(e -> (effective.get(e.getKey()) - e.getValue()) / 1000.0)
                .toArray();
        Arrays.sort(millis);
        return millis;
    }

    private static Map<UUID, Long> times(Lab lab, Part part, String sql) {
        var times = new HashMap<UUID, Long>();
        try (Connection connection = lab.connect(part);
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) times.put(rows.getObject(1, UUID.class), rows.getLong(2));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return times;
    }

    private static String at(double[] sorted, double share) {
        return sorted.length == 0 ? "–" : "%.1f".formatted(value(sorted, share));
    }

    private static double value(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))];
    }

    private static final String COMMITTED = "(extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000000)::bigint";
    private static final String CONFIRMED_THROUGH_THE_SERVICE =
            "select count(*) from customer_order where status = 'CONFIRMED' and id::text not like '00000000-%'";
    private static final String MICROSECONDS_NOW = "select (extract(epoch from clock_timestamp()) * 1000000)::bigint";
}
