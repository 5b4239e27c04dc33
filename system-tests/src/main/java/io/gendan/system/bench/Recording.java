package io.gendan.system.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A flight recording of another Java process, by the JDK's own tools. */
final class Recording {
    private static final String NAME = "bench";

    private final long pid;
    private final Path file;

    Recording(long pid) {
        this.pid = pid;
        try {
            file = Files.createTempDirectory("recording").resolve("bench.jfr");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tool("jcmd", "" + pid, "JFR.start", "name=" + NAME, "settings=profile");
    }

    /** The methods at the top of the most samples. */
    String hotMethods() {
        tool("jcmd", "" + pid, "JFR.dump", "name=" + NAME, "filename=" + file);
        tool("jcmd", "" + pid, "JFR.stop", "name=" + NAME);
        return tool("jfr", "view", "--width", "110", "hot-methods", file.toString())
                .lines()
                .filter(line -> !line.isBlank())
                .limit(20)
                .collect(Collectors.joining("\n"));
    }

    /** What is alive in the process's heap after a collection. */
    static String heapMegabytes(long pid) {
        tool("jcmd", "" + pid, "GC.run");
        long kilobytes = tool("jcmd", "" + pid, "GC.heap_info")
                .lines()
                .filter(line -> line.contains("total") && line.contains("used") && !line.contains("Metaspace"))
                .map(line -> line.replaceFirst(".*used (\\d+)K.*", "$1"))
                .filter(text -> text.matches("\\d+"))
                .mapToLong(Long::parseLong)
                .sum();
        return String.valueOf(kilobytes / 1024);
    }

    private static String tool(String name, String... arguments) {
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", name).toString());
        command.addAll(java.util.List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
