package io.gendan.system.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.gendan.local.Part;

/** The SQL of a confirmation without the service around it: by pgbench, or where there is none by plain JDBC. */
final class PgBench {
    static final int NUMBERS_PER_CLIENT = 100_000;

    private static final String SCRIPT = "confirm-order.sql";
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private PgBench() {}

    record Outcome(double rate, String tool) {}

    /** The drafts that {@link #run} will confirm. */
    static LongStream numbers(int clients, int each) {
        return LongStream.range(0, clients)
                .flatMap(client -> LongStream.rangeClosed(
                        client * NUMBERS_PER_CLIENT + 1, client * NUMBERS_PER_CLIENT + (long) each));
    }

    static Outcome run(Lab lab, int clients, int each) {
        return find().map(tool -> byPgBench(tool, lab, clients, each)).orElseGet(() -> byJdbc(lab, clients, each));
    }

    private static Optional<Path> find() {
        var folders = new ArrayList<Path>();
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) folders.add(Path.of(folder));
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            versions.sorted(Comparator.reverseOrder()).forEach(version -> folders.add(version.resolve("bin")));
        } catch (IOException notDebian) {
            Report.say("no /usr/lib/postgresql");
        }
        return folders.stream()
                .map(folder -> folder.resolve("pgbench"))
                .filter(Files::isExecutable)
                .filter(tool -> !Files.isSymbolicLink(tool)) // Debian's wrapper wants a cluster of its own
                .findFirst();
    }

    private static Outcome byPgBench(Path tool, Lab lab, int clients, int each) {
        var database = lab.stack().database(Part.INTAKE);
        var address = java.net.URI.create(database.url().substring("jdbc:".length()));
        try {
            Path script = Files.createTempFile("confirm-order", ".sql");
            Files.writeString(script, script());
            var builder = new ProcessBuilder(
                    tool.toString(),
                    "--no-vacuum",
                    "--protocol=prepared",
                    "--client=" + clients,
                    "--jobs=2",
                    "--transactions=" + each,
                    "--define=i=0",
                    "--file=" + script,
                    "--host=127.0.0.1",
                    "--port=" + address.getPort(),
                    "--username=" + database.user(),
                    "intake");
            builder.environment().put("PGPASSWORD", database.password());
            Process process = builder.redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            Files.delete(script);
            Matcher rate = RATE.matcher(output);
            if (exit != 0 || !rate.find()) throw new IllegalStateException("pgbench: " + output);
            return new Outcome(Double.parseDouble(rate.group(1)), version(tool));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String version(Path tool) throws IOException {
        Process process = new ProcessBuilder(tool.toString(), "--version").start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static Outcome byJdbc(Lab lab, int clients, int each) {
        var database = lab.stack().database(Part.INTAKE);
        List<String> statements = Stream.of(script().split(";\n"))
                .map(text -> text.replaceAll("(?m)^(--|\\\\set).*\n", "").strip())
                .filter(text -> !text.isEmpty() && !text.equals("begin") && !text.equals("commit"))
                .toList();
        long begin = System.nanoTime();
        try (var threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                long first = (long) client * NUMBERS_PER_CLIENT + 1;
                running.add(threads.submit(() -> {
                    try (Connection connection = DriverManager.getConnection(
                            database.url() + "?prepareThreshold=1", database.user(), database.password())) {
                        confirm(connection, statements, first, each);
                    }
                    return null;
                }));
            }
            for (var client : running) client.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return new Outcome(
                clients * each / ((System.nanoTime() - begin) / 1e9), "plain JDBC (no pgbench on this machine)");
    }

    private static void confirm(Connection connection, List<String> statements, long first, int each)
            throws SQLException {
        connection.setAutoCommit(false);
        var prepared = new ArrayList<PreparedStatement>();
        for (String sql : statements) prepared.add(connection.prepareStatement(sql.replace(":n", "?")));
        for (long n = first; n < first + each; n++) {
            for (PreparedStatement statement : prepared) {
                int parameters = statement.getParameterMetaData().getParameterCount();
                for (int i = 1; i <= parameters; i++) statement.setString(i, String.valueOf(n));
                statement.execute();
            }
            connection.commit();
        }
    }

    private static String script() {
        try (InputStream in = PgBench.class.getResourceAsStream(SCRIPT)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
