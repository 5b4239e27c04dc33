package io.gendan.system.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.gendan.local.Stack;

/** How much processor time each process of a stack has used, with its children's, and this one without. Linux only; elsewhere zero. */
record Cpu(Map<String, Double> seconds) {
    private static final double TICKS_PER_SECOND = 100;

    static Cpu of(Stack stack, List<String> parts) {
        var seconds = new LinkedHashMap<String, Double>();
        for (String part : parts)
            ProcessHandle.of(stack.pid(part)).ifPresent(process -> seconds.put(part, used(process)));
        seconds.put("client", ticks(ProcessHandle.current().pid()) / TICKS_PER_SECOND);
        return new Cpu(seconds);
    }

    /** What was used since, a thousandth of a second per unit of work. */
    String since(Cpu before, long units) {
        return seconds.entrySet().stream()
                .map(e -> "%s %.2f ms"
                        .formatted(
                                e.getKey(),
                                (e.getValue() - before.seconds.getOrDefault(e.getKey(), 0.0))
                                        * 1000
                                        / Math.max(1, units)))
                .collect(Collectors.joining(", "));
    }

    private static double used(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                        .mapToLong(p -> ticks(p.pid()))
                        .sum()
                / TICKS_PER_SECOND;
    }

    /** User and system time, with that of children that have ended. */
    private static long ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[11])
                    + Long.parseLong(fields[12])
                    + Long.parseLong(fields[13])
                    + Long.parseLong(fields[14]);
        } catch (IOException gone) {
            return 0;
        }
    }
}
