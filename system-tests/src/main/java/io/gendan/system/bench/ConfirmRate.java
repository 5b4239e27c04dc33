package io.gendan.system.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import io.gendan.local.Part;

/** How many orders a second are confirmed, and how many PostgreSQL alone would take. */
final class ConfirmRate {
    private static final int CONNECTIONS = 16;
    private static final int PGBENCH_EACH = 1_000;
    private static final Duration WARM_UP = Duration.ofSeconds(90);
    private static final Duration MEASURED = Duration.ofSeconds(15);
    private static final List<String> PARTS = List.of("intake", "postgres", "kafka");
    private static final List<String> PARTS_BEHIND_GATEWAY = List.of("gateway", "intake", "postgres", "kafka");
    private static final double BUDGET = 0.5;

    private ConfirmRate() {}

    static void measure(Lab lab, Report report) {
        report.begin("Confirming orders", """
                %d connections confirm prepared draft orders over HTTP as fast as they are answered (%d s after %d s of warm-up): token check,
                rules, idempotency key, audit, outbox, 6 rows in one transaction; the relay publishes meanwhile, and server, broker and client share
                the machine. The ratio is to pgbench running the same statements with data of the same size on the same server in the same run,
                with nothing else at work and durable commits (fsync on) in both.""".formatted(CONNECTIONS, MEASURED.toSeconds(), WARM_UP.toSeconds()));
        PgBench.Outcome database = databaseAlone(lab);
        report.table("what", "confirmations/s", "p50 ms", "p99 ms", "ratio");
        report.row(database.tool(), "%.0f".formatted(database.rate()), "", "", "1");

        var confirmations = new Confirmations(lab, 60_000);
        var notes = new ArrayList<String>();
        Load.closed(lab.stack().url("intake"), CONNECTIONS, Duration.ZERO, WARM_UP, confirmations::next);
        double direct = run(lab, report, "intake", "intake, directly", confirmations, database.rate(), PARTS, notes);
        run(lab, report, "gateway", "through the gateway", confirmations, database.rate(), PARTS_BEHIND_GATEWAY, notes);
        notes.forEach(report::note);
        boolean met = direct / database.rate() >= BUDGET;
        report.verdict("at least %.1f of pgbench, here %.2f".formatted(BUDGET, direct / database.rate()), met);
        if (!met) profile(lab, report, confirmations);
    }

    private static double run(
            Lab lab,
            Report report,
            String at,
            String what,
            Confirmations confirmations,
            double alone,
            List<String> parts,
            List<String> notes) {
        Cpu before = Cpu.of(lab.stack(), parts);
        var result = Load.closed(lab.stack().url(at), CONNECTIONS, Duration.ZERO, MEASURED, confirmations::next);
        String used = Cpu.of(lab.stack(), parts).since(before, result.nanos().length);
        report.row(
                what,
                "%.0f".formatted(result.rate()),
                "%.1f".formatted(result.millis(0.5)),
                "%.1f".formatted(result.millis(0.99)),
                "%.2f".formatted(result.rate() / alone));
        notes.add("Processor time per confirmation, " + what + ": " + used + "."
                + (result.refused().isEmpty() ? "" : " Refused: " + result.refused() + "."));
        return result.rate();
    }

    private static PgBench.Outcome databaseAlone(Lab lab) {
        lab.numberedDrafts("FTR", PgBench.numbers(CONNECTIONS, PGBENCH_EACH));
        lab.run(EnumSet.of(Part.POSTGRES));
        PgBench.Outcome outcome = PgBench.run(lab, CONNECTIONS, PGBENCH_EACH);
        lab.execute(Part.INTAKE, "truncate outbox_event");
        lab.run(EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.KEYCLOAK, Part.INTAKE, Part.GATEWAY));
        return outcome;
    }

    private static void profile(Lab lab, Report report, Confirmations confirmations) {
        var recording = new Recording(lab.stack().pid("intake"));
        Load.closed(lab.stack().url("intake"), CONNECTIONS, Duration.ZERO, Duration.ofSeconds(8), confirmations::next);
        report.note("Where intake spends its time (sampled while confirming):");
        report.code(recording.hotMethods());
    }
}
