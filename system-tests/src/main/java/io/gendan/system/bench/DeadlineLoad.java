package io.gendan.system.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import io.gendan.local.Part;

/** What running deadlines cost while nothing is due, and how fast those that fall due are worked off. */
final class DeadlineLoad {
    private static final int RUNNING = 100_000;
    private static final int DUE = 10_000;
    private static final Duration LOOKED_AT = Duration.ofSeconds(60);
    private static final Duration REST = Duration.ofSeconds(15);
    private static final double MORE_OF_A_CORE = 0.01;
    private static final double MORE_TRANSACTIONS = 0.5;
    private static final double MINUTE_AND_A_LOOK = 65;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final List<String> PARTS = List.of("intake", "postgres");

    private DeadlineLoad() {}

    private record Idle(double transactions, double cores) {}

    static void measure(Lab lab, Report report) {
        report.begin("Deadlines", """
                Rows are inserted by SQL into intake's database. Idle: one replica for %d s, without deadlines and with %,d that run for months; transactions are
                those the server counts for that database, processor time is that of service and server. Then two replicas: %,d fall due evenly within a minute,
                and %,d fell due while nobody looked. Each miss is found, its owner and his superior are told and a task is opened; lateness runs from the
                moment it was due, or from the insert, to the moment at which it was found.""".formatted(LOOKED_AT.toSeconds(), RUNNING, DUE, DUE));
        lab.run(EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.KEYCLOAK, Part.INTAKE));
        lab.execute(Part.INTAKE, "truncate deadline");
        idle(lab, report);
        String second = lab.stack().startReplica(Part.INTAKE);
        try {
            due(lab, report);
        } finally {
            lab.stack().stop(second);
        }
    }

    private static void idle(Lab lab, Report report) {
        report.table("idle", "transactions/s", "processor, cores");
        Idle without = look(lab);
        row(report, "no deadline", without);
        insert(lab, "running", RUNNING, "now() + interval '100 days' + g * interval '1 second'");
        Idle with = look(lab);
        row(report, "%,d running".formatted(RUNNING), with);
        double cores = with.cores() - without.cores();
        double transactions = with.transactions() - without.transactions();
        report.verdict(
                "%,d running cost no more than %.2f of a core and %.1f transactions/s, here %+.3f and %+.1f"
                        .formatted(RUNNING, MORE_OF_A_CORE, MORE_TRANSACTIONS, cores, transactions),
                cores <= MORE_OF_A_CORE && transactions <= MORE_TRANSACTIONS);
    }

    private static void due(Lab lab, Report report) {
        report.table(
                "due, two replicas", "seconds", "per second", "late p50 s", "late max s", "found twice", "told twice");
        double minute = workOff(
                lab, report, "within-a-minute", "now() + interval '5 seconds' + g * interval '60 seconds' / " + DUE);
        workOff(lab, report, "after-downtime", "now() - interval '1 hour' - g * interval '1 second'");
        report.verdict(
                "%,d that fall due in a minute are worked off in that minute; the last was found %.1f s after the first fell due"
                        .formatted(DUE, minute),
                minute <= MINUTE_AND_A_LOOK);
    }

    private static void row(Report report, String what, Idle idle) {
        report.row(what, "%.1f".formatted(idle.transactions()), "%.3f".formatted(idle.cores()));
    }

    /** @return seconds from the first that fell due, or from the insert, until the last was found */
    private static double workOff(Lab lab, Report report, String code, String due) {
        String fellDue = "greatest(due_at, timestamptz '" + Instant.now() + "')";
        insert(lab, code, DUE, due);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (lab.count(
                        Part.INTAKE, "select count(*) from deadline where status = 'RUNNING' and code = '" + code + "'")
                > 0) {
            if (System.nanoTime() > end) throw new IllegalStateException(code + ": deadlines are not worked off");
            LockSupport.parkNanos(500_000_000);
        }
        String late = "extract(epoch from missed_at - " + fellDue + ")";
        double seconds = seconds(lab, code, "extract(epoch from max(missed_at) - min(" + fellDue + "))");
        report.row(
                code,
                "%.1f".formatted(seconds),
                "%,.0f".formatted(DUE / seconds),
                "%.1f".formatted(seconds(lab, code, "percentile_cont(0.5) within group (order by " + late + ")")),
                "%.1f".formatted(seconds(lab, code, "max(" + late + ")")),
                String.valueOf(lab.count(Part.INTAKE, FOUND_TWICE.formatted(code))),
                String.valueOf(lab.count(Part.INTAKE, TOLD_TWICE.formatted(code))));
        return seconds;
    }

    private static double seconds(Lab lab, String code, String seconds) {
        return lab.count(
                        Part.INTAKE,
                        "select (1000 * %s)::bigint from deadline where code = '%s'".formatted(seconds, code))
                / 1000.0;
    }

    private static Idle look(Lab lab) {
        LockSupport.parkNanos(REST.toNanos());
        long transactions = transactions(lab);
        double used = used(lab);
        long begun = System.nanoTime();
        LockSupport.parkNanos(LOOKED_AT.toNanos());
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Idle((transactions(lab) - transactions) / seconds, (used(lab) - used) / seconds);
    }

    private static double used(Lab lab) {
        var seconds = Cpu.of(lab.stack(), PARTS).seconds();
        return PARTS.stream()
                .mapToDouble(part -> seconds.getOrDefault(part, 0.0))
                .sum();
    }

    private static long transactions(Lab lab) {
        return lab.count(
                Part.INTAKE,
                "select xact_commit + xact_rollback from pg_stat_database where datname = current_database()");
    }

    private static void insert(Lab lab, String code, int count, String due) {
        lab.execute(Part.INTAKE, INSERT.formatted(code, due, due, count));
        lab.execute(Part.INTAKE, "vacuum analyze deadline");
    }

    /** A seller's, so that his supervisor is told; urgent, so that it does not matter whether it is night. */
    private static final String INSERT = """
            insert into deadline (id, version, record_type, record_id, record_label, code, owner, profile, unit, rule, rule_version,
                                  time_limit, urgent, escalates, status, started_at, due_at, whole_micros, watch_at)
            select uuidv7(), 0, 'benchmark', gen_random_uuid(), 'BENCH-' || g, '%s', 'huangting', 'trade', 'FTR',
                   'intake.first-response', 1, '2 wh', true, true, 'RUNNING', now(), %s, 0, %s
              from generate_series(1, %d) g""";

    private static final String FOUND_TWICE = """
            select count(*) from (select record_id from audit_entry
                where action = 'deadline.missed' and record_id in (select id from deadline where code = '%s')
                group by record_id having count(*) > 1) twice""";

    private static final String TOLD_TWICE = """
            select count(*) from (select record_id, recipient, text_key from notice
                where record_id in (select record_id from deadline where code = '%s')
                group by record_id, recipient, text_key having count(*) > 1) twice""";
}
