package io.gendan.system.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What a run has measured, as a section of docs/benchmarks.md and on the screen. */
final class Report {
    private static final String TITLE = "# Benchmarks\n\nWritten by `./gendan bench`; the newest run first. "
            + "How each number is measured stands beside it. Budgets: see docs/operations.md.\n";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final double QUIET = 0.5;

    private final List<String> lines = new ArrayList<>();
    private final LocalDateTime begun = LocalDateTime.now(ZoneId.systemDefault());
    private String earlier;
    private final double loadBefore =
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();

    void begin(String title, String method) {
        lines.add("\n### " + title + "\n");
        lines.add(method.strip() + "\n");
        say("== %s", title);
    }

    void table(String... header) {
        if (!lines.getLast().endsWith("\n")) lines.add("");
        row(header);
        lines.add("|---".repeat(header.length) + "|");
    }

    void row(String... cells) {
        String row = "| " + String.join(" | ", cells) + " |";
        lines.add(row);
        say("%s", row);
    }

    void verdict(String budget, boolean met) {
        String verdict = "\n**Budget %s: %s.**".formatted(met ? "met" : "missed", budget);
        lines.add(verdict);
        say("%s", verdict.strip());
    }

    void note(String text) {
        lines.add("\n" + text);
        say("%s", text);
    }

    void code(String text) {
        lines.add("\n```\n" + text.stripTrailing() + "\n```");
        say("%s", text);
    }

    /** Puts this run before the earlier ones; written again, it takes its own place. */
    void writeTo(Path file) {
        try {
            if (earlier == null) earlier = runsIn(file);
            String run = "\n## " + begun.format(MINUTE) + "\n\n" + machine() + "\n" + otherWork()
                    + String.join("\n", lines) + "\n";
            Files.createDirectories(file.getParent());
            Files.writeString(file, TITLE + run + earlier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String runsIn(Path file) throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "";
        int first = text.indexOf("\n## ");
        return first < 0 ? "" : text.substring(first);
    }

    static void say(String text, Object... arguments) {
        System.out.println(String.format(text, arguments));
    }

    private static String machine() {
        return "%d cores (%s), %s memory, %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        firstLine("/proc/cpuinfo", "model name"),
                        firstLine("/proc/meminfo", "MemTotal"),
                        System.getProperty("os.name") + " " + System.getProperty("os.version"),
                        System.getProperty("java.vendor.version", "") + " " + Runtime.version());
    }

    private String otherWork() {
        return loadBefore <= QUIET * Runtime.getRuntime().availableProcessors()
                ? ""
                : ("\n**The machine was not quiet: load average %.1f before the run. The numbers are lower bounds, the verdicts are not"
                                + " final.**\n")
                        .formatted(loadBefore);
    }

    private static String firstLine(String file, String key) {
        try (var all = Files.lines(Path.of(file))) {
            return all.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException elsewhere) {
            return "unknown";
        }
    }
}
