package io.gendan.system.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.gendan.local.Part;
import io.gendan.local.Stack;
import io.gendan.local.StackOptions.StartupCaches;

/** How long each service takes until it is ready, and how much memory it then holds. */
final class StartUp {
    private static final int TIMES = 3;
    private static final double SECONDS = 1.5;
    private static final long MEGABYTES = 250;
    private static final Pattern STARTED = Pattern.compile("started in ([0-9.]+)s");

    private StartUp() {}

    record Start(double ready, double own, long megabytes) {}

    static void measure(Lab lab, Report report) {
        report.begin("Start and memory", """
                From starting the process until `/q/health/ready` answers (asked every 0.1 s), the median of %d; in brackets what Quarkus itself counts
                (without loading the virtual machine). Resident memory right after. The others are up, migrations have been done; one after the other.""".formatted(TIMES));
        var parts = EnumSet.range(Part.INTAKE, Part.GATEWAY);
        var all = EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.KEYCLOAK);
        parts.stream().filter(part -> isBuilt(lab, part)).forEach(all::add);
        lab.run(all);
        report.table("service", "ready s, no cache", "MB", "ready s, ahead-of-time cache", "MB");
        boolean met = true;
        for (Part part : parts) {
            if (!all.contains(part)) continue;
            Start plain = median(lab, part, StartupCaches.OFF);
            Stack making = Stack.open(lab.options().only(all).with(StartupCaches.MAKE));
            making.restart(part.id());
            making.stop(part.id()); // writes the cache if there was none
            making.start(part.id());
            Start cached = median(lab, part, StartupCaches.USE);
            met &= cached.ready() <= SECONDS && cached.megabytes() <= MEGABYTES;
            report.row(
                    part.id(),
                    "%.1f (%.1f)".formatted(plain.ready(), plain.own()),
                    String.valueOf(plain.megabytes()),
                    "%.1f (%.1f)".formatted(cached.ready(), cached.own()),
                    String.valueOf(cached.megabytes()));
        }
        report.verdict("ready in %.1f s and %d MB each with the cache".formatted(SECONDS, MEGABYTES), met);
    }

    private static boolean isBuilt(Lab lab, Part part) {
        String folder = part == Part.GATEWAY ? "gateway" : part.id() + "-service";
        return Files.exists(lab.options().product().resolve(folder).resolve("target/quarkus-app/quarkus-run.jar"));
    }

    private static Start median(Lab lab, Part part, StartupCaches caches) {
        Stack stack = Stack.open(lab.stack().options().with(caches));
        List<Start> starts = IntStream.range(0, TIMES)
                .mapToObj(_ -> start(stack, part))
                .sorted(java.util.Comparator.comparing(Start::ready))
                .toList();
        return starts.get(TIMES / 2);
    }

    private static Start start(Stack stack, Part part) {
        stack.stop(part.id());
        long begin = System.nanoTime();
        stack.start(part.id());
        double ready = (System.nanoTime() - begin) / 1e9;
        long megabytes = stack.status().stream()
                .filter(line -> line.name().equals(part.id()))
                .mapToLong(Stack.Status::megabytes)
                .findFirst()
                .orElse(0);
        return new Start(ready, own(stack.log(part.id())), megabytes);
    }

    private static double own(Path log) {
        try (var lines = Files.lines(log)) {
            return lines.map(STARTED::matcher)
                    .filter(Matcher::find)
                    .mapToDouble(found -> Double.parseDouble(found.group(1)))
                    .reduce((_, later) -> later)
                    .orElse(Double.NaN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
