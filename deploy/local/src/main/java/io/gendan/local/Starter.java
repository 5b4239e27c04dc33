package io.gendan.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts one part and waits until it is ready. */
final class Starter {
    private static final Duration POLL = Duration.ofMillis(100);

    private final StackOptions options;
    private final Records records;
    private final Consumer<String> progress;

    Starter(StackOptions options, Records records, Consumer<String> progress) {
        this.options = options;
        this.records = records;
        this.progress = progress;
    }

    void start(String name, Runner runner, int port) {
        long begin = System.nanoTime();
        runner.prepare();
        run(name, runner, program(runner), port);
        runner.furnish();
        progress.accept(Say.ready(name, (System.nanoTime() - begin) / 1_000_000));
    }

    /** A program without a cache runs so that it writes one when it ends. */
    private Program program(Runner runner) {
        Optional<Java> cacheable = Optional.ofNullable(runner.java());
        if (cacheable.isEmpty()) return runner.program();
        return cacheable.get().program(options.cacheFor(cacheable.get()), options.caches());
    }

    private void run(String name, Runner runner, Program program, int port) {
        Path log = options.log(name);
        long offset = Disk.size(log);
        ProcessHandle process = Processes.detach(program, log);
        Running running = Running.of(name, process, port);
        records.add(running);
        await(name, runner, running, log, offset);
    }

    private void await(String name, Runner runner, Running running, Path log, long offset) {
        long deadline = System.nanoTime() + runner.patience().toNanos();
        while (!runner.isReady()) {
            if (!running.isAlive()) {
                records.forget(name);
                // what it would have learnt from such a start is worth nothing
                Optional.ofNullable(runner.java()).ifPresent(java -> Disk.delete(java.cache(options.caches())));
                throw new StackFailure(Say.crashed(name, Say.exited(), Disk.tail(log, 15, offset), log));
            }
            if (System.nanoTime() > deadline) {
                throw new StackFailure(Say.crashed(
                        name, Say.notReadyAfter(runner.patience().toSeconds()), Disk.tail(log, 15, offset), log));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted", e);
        }
    }
}
