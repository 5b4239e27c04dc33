package io.gendan.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts processes that outlive the launcher, and ends them by pid alone. */
final class Processes {
    private Processes() {}

    static ProcessHandle detach(Program program, Path log) {
        Disk.folder(log.getParent());
        try {
            return builder(program.behind(ownSession()))
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start()
                    .toHandle();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs to the end; output goes to the log, which the failure quotes. */
    static void run(String what, Program program, Path log) {
        Disk.folder(log.getParent());
        long offset = Disk.size(log);
        try {
            int exit = builder(program)
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new StackFailure(Say.crashed(what, "exit " + exit, Disk.tail(log, 15, offset), log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted", e);
        }
    }

    static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static void signal(ProcessHandle process, String signal) {
        succeeds("kill", "-" + signal, String.valueOf(process.pid()));
    }

    /** Asks a process to end, and makes it end if it does not; returns once it and its children are gone. */
    static void end(ProcessHandle process, String signal, Duration patience) {
        List<ProcessHandle> children = process.descendants().toList();
        signal(process, signal);
        if (!isGone(process, patience)) process.destroyForcibly();
        isGone(process, Duration.ofSeconds(10));
        for (ProcessHandle child : children) {
            if (!isGone(child, Duration.ofSeconds(5))) child.destroyForcibly();
        }
    }

    static boolean isGone(ProcessHandle process, Duration patience) {
        CompletableFuture<ProcessHandle> exit = process.onExit();
        try {
            exit.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException still) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static Optional<Path> onPath(String tool) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path file = Path.of(folder, tool);
            if (Files.isExecutable(file)) return Optional.of(file);
        }
        return Optional.empty();
    }

    /** A session of its own, so that Ctrl-C at the launcher's terminal does not reach what it has started. */
    private static List<String> ownSession() {
        return onPath("setsid").map(tool -> List.of(tool.toString())).orElse(List.of());
    }

    private static ProcessBuilder builder(Program program) {
        var builder = new ProcessBuilder(new ArrayList<>(program.command()));
        builder.environment().keySet().removeIf(Processes::belongsToSomebodyElse);
        builder.environment().putAll(program.environment());
        return builder;
    }

    /** Settings left in the caller's shell must not reconfigure the stack. */
    private static boolean belongsToSomebodyElse(String variable) {
        return variable.startsWith("QUARKUS_")
                || variable.startsWith("KC_")
                || variable.startsWith("KAFKA_")
                || variable.startsWith("PG");
    }
}
