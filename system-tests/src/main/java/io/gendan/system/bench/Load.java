package io.gendan.system.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Drives requests at a server, as fast as some connections can (closed) or at a fixed rate (open). */
final class Load {
    private Load() {}

    /** @param nanos of each answer below 400, sorted */
    record Result(long[] nanos, double seconds, Map<Integer, Integer> refused) {
        double rate() {
            return nanos.length / seconds;
        }

        double millis(double share) {
            return nanos.length == 0
                    ? Double.NaN
                    : nanos[(int) Math.min(nanos.length - 1, Math.round(share * nanos.length))] / 1e6;
        }
    }

    /** Each connection sends its next request as soon as the last is answered; what comes in the warm-up is not counted. */
    static Result closed(
            URI server, int connections, Duration warmUp, Duration measured, IntFunction<byte[]> requests) {
        long begin = System.nanoTime() + warmUp.toNanos();
        long end = begin + measured.toNanos();
        return run(connections, measured.toNanos() / 1e9, (connection, sample) -> {
            try (var wire = new Wire(server)) {
                for (long now = System.nanoTime(); now < end; ) {
                    byte[] request = requests.apply(connection);
                    if (request == null) throw new IllegalStateException("too few requests prepared");
                    int status = wire.send(request);
                    long done = System.nanoTime();
                    if (now >= begin && done < end) sample.add(status, done - now);
                    now = done;
                }
            }
        });
    }

    /** Request number i is due at i/rate seconds, and its time counts from then, whether or not the server keeps up. */
    static Result open(URI server, int connections, int rate, int count, IntFunction<byte[]> requests) {
        long begin = System.nanoTime() + 200_000_000L;
        var next = new AtomicInteger();
        return run(connections, (double) count / rate, (_, sample) -> {
            try (var wire = new Wire(server)) {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    long due = begin + (long) (i * 1e9 / rate);
                    while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
                    int status = wire.send(requests.apply(i));
                    sample.add(status, System.nanoTime() - due);
                }
            }
        });
    }

    @FunctionalInterface
    private interface Connection {
        void run(int number, Sample sample) throws IOException;
    }

    private static final class Sample {
        private long[] nanos = new long[4096];
        private int size;
        private final Map<Integer, Integer> refused = new TreeMap<>();

        void add(int status, long took) {
            if (status >= 400) {
                refused.merge(status, 1, Integer::sum);
                return;
            }
            if (size == nanos.length) nanos = Arrays.copyOf(nanos, size * 2);
            nanos[size++] = took;
        }
    }

    private static Result run(int connections, double seconds, Connection connection) {
        try (var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("load-", 0).factory())) {
            List<Future<Sample>> samples = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int number = i;
                samples.add(threads.submit(() -> {
                    var sample = new Sample();
                    connection.run(number, sample);
                    return sample;
                }));
            }
            long[] all = new long[0];
            var refused = new TreeMap<Integer, Integer>();
            for (var future : samples) {
                Sample sample = future.get();
                int old = all.length;
                all = Arrays.copyOf(all, old + sample.size);
                System.arraycopy(sample.nanos, 0, all, old, sample.size);
                sample.refused.forEach((status, count) -> refused.merge(status, count, Integer::sum));
            }
            Arrays.sort(all);
            return new Result(all, seconds, refused);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) throw new UncheckedIOException(io);
            throw new IllegalStateException(e.getCause());
        }
    }
}
