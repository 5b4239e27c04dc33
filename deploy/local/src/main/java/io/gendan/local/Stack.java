package io.gendan.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The whole product on one machine. Parts are processes recorded in the state folder; whoever opens the folder again
 * finds them, and ends only these. Instances are named like their part ("intake"), replicas "intake-2" and so on.
 */
public final class Stack implements AutoCloseable {
    private static final Duration STOPPING = Duration.ofSeconds(30);
    private static final Duration WRITING_A_CACHE = Duration.ofSeconds(180);

    private final StackOptions options;
    private final Consumer<String> progress;
    private final Ports ports;
    private final Secrets secrets;
    private final Records records;
    private final Starter starter;

    private Stack(StackOptions options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
        this.records = new Records(options.state());
        this.ports = records.portsInUse().orElseGet(() -> options.ports() == null ? Ports.free() : options.ports());
        this.secrets = new Secrets(options.state().resolve("secrets.properties"));
        this.starter = new Starter(options, records, progress);
    }

    public static Stack open(StackOptions options) {
        return open(options, _ -> {});
    }

    public static Stack open(StackOptions options, Consumer<String> progress) {
        return new Stack(options, progress);
    }

    /** One line of {@link #status()}. */
    public record Status(String name, String title, Optional<Long> pid, int port, boolean ready, long megabytes) {}

    /** What a client needs to enter a database. */
    public record Database(String url, String user, String password) {}

    /** Starts what does not run yet, in parallel where nothing waits for something else, and returns when all is ready. */
    public void up() {
        records.locked(() -> {
            records.all().stream().filter(this::isOutdated).forEach(this::end);
            Set<Part> missing = missing();
            ports.requireFree(missing);
            missing.stream().filter(Part::isOurs).forEach(part -> runner(part, ports.of(part.mainPort()))
                    .prepare()); // a program that has not been built is said before anything is started
            records.remember(ports);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var postgres = start(Part.POSTGRES, missing, threads);
                var kafka = start(Part.KAFKA, missing, threads);
                var mail = start(Part.MAIL, missing, threads);
                var prepared = prepare(Part.KEYCLOAK, missing, threads);
                var keycloak = CompletableFuture.allOf(postgres, prepared)
                        .thenCompose(_ -> start(Part.KEYCLOAK, missing, threads));
                var foundation = CompletableFuture.allOf(postgres, kafka, keycloak);
                var ours = EnumSet.range(Part.INTAKE, Part.GATEWAY).stream()
                        .map(part -> foundation.thenCompose(_ -> start(part, missing, threads)))
                        .toList();
                var all = new ArrayList<CompletableFuture<?>>(ours);
                all.add(mail);
                await(all);
            }
        });
    }

    @Override
    public void close() {
        down();
    }

    /** Ends everything this stack has started: first what uses others, last the database. */
    public void down() {
        records.locked(() -> {
            endAll(Part::isOurs);
            endAll(part -> !part.isOurs() && part != Part.POSTGRES);
            endAll(part -> part == Part.POSTGRES);
        });
    }

    public List<Status> status() {
        var lines = new ArrayList<Status>();
        for (Part part : options.parts()) {
            if (records.find(part.id()).isEmpty()) {
                lines.add(new Status(part.id(), part.title(), Optional.empty(), ports.of(part.mainPort()), false, 0));
            }
        }
        for (Running running : records.all()) {
            boolean alive = running.isAlive();
            Part part = partOf(running.name());
            lines.add(new Status(
                    running.name(),
                    part.title(),
                    alive ? Optional.of(running.pid()) : Optional.empty(),
                    running.port(),
                    alive && runner(part, running.port()).isReady(),
                    running.residentMegabytes().orElse(0L)));
        }
        lines.sort(java.util.Comparator.comparing(line -> partOf(line.name())));
        return lines;
    }

    /** Ends one instance the orderly way. */
    public void stop(String name) {
        end(records.require(name));
    }

    /** SIGKILL: no goodbye, nothing flushed. Returns when the process and its children are gone. */
    public void kill(String name) {
        Running running = records.require(name);
        running.process().ifPresent(process -> Processes.end(process, "KILL", Duration.ofSeconds(10)));
        records.forget(name);
    }

    /** SIGSTOP: the process is there and does not answer. */
    public void pause(String name) {
        records.require(name).process().ifPresent(process -> Processes.signal(process, "STOP"));
    }

    public void resume(String name) {
        records.require(name).process().ifPresent(process -> Processes.signal(process, "CONT"));
    }

    /** Starts one instance that does not run, on the port it had, and waits until it is ready. */
    public void start(String name) {
        Part part = partOf(name);
        int port = records.lastPort(name).orElse(ports.of(part.mainPort()));
        starter.start(name, runner(part, port), port);
    }

    public void restart(String name) {
        stop(name);
        start(name);
    }

    /** Starts one more replica of a service on a free port and returns its name. */
    public String startReplica(Part service) {
        int number = 2;
        while (records.find(service.id() + "-" + number).isPresent()) {
            number++;
        }
        String name = service.id() + "-" + number;
        int port = Ports.free(1).getFirst();
        starter.start(name, runner(service, port), port);
        return name;
    }

    /** Where an instance answers. */
    public URI url(String name) {
        int port = records.find(name)
                .map(Running::port)
                .orElseGet(() -> ports.of(partOf(name).mainPort()));
        return URI.create("http://localhost:" + port);
    }

    public int port(Port port) {
        return ports.of(port);
    }

    public long pid(String name) {
        return records.require(name).pid();
    }

    public String issuer() {
        return "http://localhost:" + ports.of(Port.KEYCLOAK) + "/realms/gendan";
    }

    public String kafka() {
        return "127.0.0.1:" + ports.of(Port.KAFKA);
    }

    public Database database(Part part) {
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + ports.of(Port.POSTGRES) + "/" + part.id(),
                part.id(),
                secrets.of("database." + part.id()));
    }

    /** The server's superuser, for tests that look into every database. */
    public Database superuser() {
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + ports.of(Port.POSTGRES) + "/postgres",
                "postgres",
                secrets.of("database.postgres"));
    }

    public String clientSecret(String client) {
        return secrets.of("client." + client);
    }

    /** A demo person's token by the real login form of the public client. */
    public Login.Token login(String username) {
        return Login.token(issuer(), "gendan-mobile", username, options.password());
    }

    public People people() {
        return Realm.read(options.identity()).people();
    }

    public Path log(String name) {
        return options.log(name);
    }

    public StackOptions options() {
        return options;
    }

    private Set<Part> missing() {
        var missing = EnumSet.copyOf(options.parts());
        records.all().stream().filter(Running::isAlive).forEach(running -> Part.named(running.name())
                .ifPresent(missing::remove));
        return missing;
    }

    private CompletableFuture<Void> start(Part part, Set<Part> missing, ExecutorService threads) {
        if (!missing.contains(part)) return CompletableFuture.completedFuture(null);
        int port = ports.of(part.mainPort());
        return CompletableFuture.runAsync(() -> starter.start(part.id(), runner(part, port), port), threads);
    }

    private CompletableFuture<Void> prepare(Part part, Set<Part> missing, ExecutorService threads) {
        if (!missing.contains(part)) return CompletableFuture.completedFuture(null);
        return CompletableFuture.runAsync(
                () -> runner(part, ports.of(part.mainPort())).prepare(), threads);
    }

    private void endAll(Predicate<Part> which) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            await(records.all().stream()
                    .filter(running -> which.test(partOf(running.name())))
                    .<CompletableFuture<?>>map(running -> CompletableFuture.runAsync(() -> end(running), threads))
                    .toList());
        }
    }

    private static void await(List<CompletableFuture<?>> all) {
        try {
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StackFailure failure) throw failure;
            throw e;
        }
    }

    /** Rebuilt since it was started: its jars have changed under it. */
    private boolean isOutdated(Running running) {
        return runner(partOf(running.name()), running.port())
                .builtAt()
                .map(running.started()::isBefore)
                .orElse(false);
    }

    private void end(Running running) {
        Runner runner = runner(partOf(running.name()), running.port());
        boolean writesCache =
                running.isAlive() && runner.java() != null && options.cacheFor(runner.java()) == Java.Cache.MAKE;
        if (writesCache) progress.accept(Say.writingCache(running.name()));
        Duration patience = writesCache ? WRITING_A_CACHE : STOPPING;
        running.process().ifPresent(process -> Processes.end(process, runner.stopSignal(), patience));
        if (running.isAlive()) throw new StackFailure(Say.stillAlive(running.name(), running.pid()));
        records.forget(running.name());
    }

    private Runner runner(Part part, int port) {
        return switch (part) {
            case POSTGRES -> new PostgresRunner(options, secrets, port);
            case KAFKA -> new KafkaRunner(options, ports);
            case KEYCLOAK -> new KeycloakRunner(options, secrets, ports);
            case MAIL -> new MailRunner(options, ports);
            case INTAKE, CONTRACT, FULFILLMENT, AFTERSALES, PERFORMANCE, GATEWAY ->
                new ServiceRunner(part, options, secrets, ports, port);
        };
    }

    private static Part partOf(String name) {
        return Part.named(name.replaceFirst("-\\d+$", "")).orElseThrow(() -> new StackFailure(Say.unknownPart(name)));
    }
}
