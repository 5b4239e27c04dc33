package io.gendan.system.bench;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import io.gendan.local.Part;
import io.gendan.local.People.Person;

/** What the gateway adds to reading one order. */
final class GatewayOverhead {
    private static final int CONNECTIONS = 16;
    private static final int ROUNDS = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration ROUND = Duration.ofSeconds(4);
    private static final double ADDED_MILLIS = 1.0;
    private static final double SHARE = 0.8;

    private GatewayOverhead() {}

    static void measure(Lab lab, Report report) {
        report.begin("Gateway", """
                `GET /api/intake/v1/orders/{id}` directly and through the gateway in turn, %d rounds of %d s each, by many people (the gateway limits each):
                once with one connection for the time added, once with %d for the throughput.""".formatted(ROUNDS, ROUND.toSeconds(), CONNECTIONS));
        lab.run(EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.KEYCLOAK, Part.INTAKE, Part.GATEWAY));
        UUID order = lab.drafts("FTR", 1).getFirst();
        List<Person> readers = lab.readersOfAll();
        Supplier<List<byte[]>> requests = () -> readers.stream() // anew each time: tokens run out
                .map(reader -> Wire.request("GET", "/api/intake/v1/orders/" + order, lab.token(reader), null, ""))
                .toList();
        URI direct = lab.stack().url("intake");
        URI gateway = lab.stack().url("gateway");
        for (URI target : List.of(direct, gateway)) run(target, CONNECTIONS, WARM_UP, requests);

        report.table("connections", "direct p50 ms", "gateway p50 ms", "direct/s", "gateway/s");
        double[][] alone = rounds(direct, gateway, 1, requests);
        double[][] many = rounds(direct, gateway, CONNECTIONS, requests);
        row(report, 1, alone);
        row(report, CONNECTIONS, many);
        double added = alone[1][0] - alone[0][0];
        double share = many[1][1] / many[0][1];
        report.note("Added at p50: %.2f ms. Throughput: %.0f %% of the direct one.".formatted(added, share * 100));
        report.verdict(
                "at most %.0f ms added and at least %.0f %% of the direct throughput"
                        .formatted(ADDED_MILLIS, SHARE * 100),
                added <= ADDED_MILLIS && share >= SHARE);
        var parts = List.of("gateway", "intake", "postgres");
        Cpu before = Cpu.of(lab.stack(), parts);
        var result = run(gateway, CONNECTIONS, ROUND, requests);
        report.note("Processor time per request through the gateway: "
                + Cpu.of(lab.stack(), parts).since(before, result.nanos().length) + ".");
    }

    /** @return direct and gateway: p50 in ms, rate; medians over the rounds */
    private static double[][] rounds(URI direct, URI gateway, int connections, Supplier<List<byte[]>> requests) {
        var p50 = new double[2][ROUNDS];
        var rate = new double[2][ROUNDS];
        for (int round = 0; round < ROUNDS; round++)
            for (int side = 0; side < 2; side++) {
                var result = run(side == 0 ? direct : gateway, connections, ROUND, requests);
                if (!result.refused().isEmpty()) Report.say("refused: %s", result.refused());
                p50[side][round] = result.millis(0.5);
                rate[side][round] = result.rate();
            }
        return new double[][] {{median(p50[0]), median(rate[0])}, {median(p50[1]), median(rate[1])}};
    }

    private static Load.Result run(URI target, int connections, Duration length, Supplier<List<byte[]>> supply) {
        List<byte[]> requests = supply.get();
        var turn = new java.util.concurrent.atomic.AtomicInteger();
        return Load.closed(
                target,
                connections,
                Duration.ZERO,
                length,
                _ -> requests.get(Math.floorMod(turn.getAndIncrement(), requests.size())));
    }

    private static void row(Report report, int connections, double[][] sides) {
        report.row(
                String.valueOf(connections),
                "%.2f".formatted(sides[0][0]),
                "%.2f".formatted(sides[1][0]),
                "%.0f".formatted(sides[0][1]),
                "%.0f".formatted(sides[1][1]));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
