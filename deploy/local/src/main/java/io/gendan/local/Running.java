package io.gendan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * A process that outlives the program which started it. It is recognized by pid and start time together, so that a
 * number the system has given to somebody else meanwhile is never mistaken for ours.
 */
record Running(String name, long pid, Instant started, int port) {
    /** Start times are derived from a clock that may be corrected by a moment. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static Running of(String name, ProcessHandle process, int port) {
        return new Running(name, process.pid(), process.info().startInstant().orElseGet(Instant::now), port);
    }

    static Optional<Running> read(Path file) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(new Running(
                properties.getProperty("name"),
                Long.parseLong(properties.getProperty("pid")),
                Instant.parse(properties.getProperty("started")),
                Integer.parseInt(properties.getProperty("port"))));
    }

    void write(Path file) {
        Disk.write(file, "name=%s%npid=%d%nstarted=%s%nport=%d%n".formatted(name, pid, started, port));
    }

    boolean isAlive() {
        return process().isPresent();
    }

    /** The process, if it still is the one we started. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(this::isTheSame)
                .filter(Running::isNoZombie);
    }

    /** Resident memory in MB with its children's, where the system tells. */
    Optional<Long> residentMegabytes() {
        return process().map(process -> {
            long own = rssKilobytes(process.pid());
            return (own
                            + process.descendants()
                                    .mapToLong(child -> privateKilobytes(child.pid()))
                                    .sum())
                    / 1024;
        });
    }

    private boolean isTheSame(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(instant -> Duration.between(instant, started).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }

    /** Where nobody collects the dead, a killed process keeps its number for ever. */
    private static boolean isNoZombie(ProcessHandle process) {
        String stat = Disk.readIfPresent(Path.of("/proc", String.valueOf(process.pid()), "stat"));
        int end = stat.lastIndexOf(')');
        return end < 0 || !stat.startsWith(" Z", end + 1);
    }

    private static long rssKilobytes(long pid) {
        return statusLine(pid, "VmRSS:");
    }

    private static long privateKilobytes(long pid) {
        return statusLine(pid, "RssAnon:");
    }

    private static long statusLine(long pid, String key) {
        return Disk.readIfPresent(Path.of("/proc", String.valueOf(pid), "status"))
                .lines()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
