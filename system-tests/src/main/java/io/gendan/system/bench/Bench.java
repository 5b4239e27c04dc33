package io.gendan.system.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.gendan.system.FreshState;

/**
 * The benchmarks, on a stack of their own: all of them, or those named. Results go to docs/benchmarks.md. The numbers
 * mean something only where nothing else runs.
 */
public final class Bench {
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");
    private static final Map<String, BiConsumer<Supplier<Lab>, Report>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("calendar", (_, report) -> CalendarRate.measure(report)); // needs no stack
        ALL.put("start", in(StartUp::measure)); // before there is a backlog to take in
        ALL.put("confirm", in(ConfirmRate::measure));
        ALL.put("gateway", in(GatewayOverhead::measure));
        ALL.put("latency", in(EffectLatency::measure));
        ALL.put("relay", in(RelayDrain::measure));
        ALL.put("deadlines", in(DeadlineLoad::measure));
    }

    private Bench() {}

    public static void main(String[] arguments) {
        KAFKA.setLevel(Level.WARNING);
        List<String> wanted = new ArrayList<>(List.of(arguments));
        String root = System.getProperty("gendan.product");
        Path product = Path.of(root != null ? root : wanted.removeFirst());
        if (!ALL.keySet().containsAll(wanted)) {
            Report.say("bench [%s]", String.join("|", ALL.keySet()));
            System.exit(2);
        }
        var report = new Report();
        var opened = new AtomicReference<Lab>();
        Supplier<Lab> lab = () -> opened.updateAndGet(open -> open == null ? open(product) : open);
        ALL.forEach((name, benchmark) -> {
            if (!wanted.isEmpty() && !wanted.contains(name)) return;
            benchmark.accept(lab, report);
            report.writeTo(product.resolve("docs/benchmarks.md"));
        });
    }

    private static BiConsumer<Supplier<Lab>, Report> in(BiConsumer<Lab, Report> benchmark) {
        return (lab, report) -> benchmark.accept(lab.get(), report);
    }

    private static Lab open(Path product) {
        var lab = new Lab(product, FreshState.in(product, product.resolve("system-tests/target/bench")));
        Runtime.getRuntime().addShutdownHook(new Thread(lab::close));
        return lab;
    }
}
