package io.gendan.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One PostgreSQL server; each service has a database and a user of its own and cannot enter another's. */
final class PostgresRunner implements Runner {
    private static final List<String> DATABASES =
            List.of("intake", "contract", "fulfillment", "aftersales", "performance", "gateway", "keycloak");
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "password_encryption=scram-sha-256",
            "max_connections=300",
            "shared_buffers=256MB",
            "effective_cache_size=1GB",
            "max_wal_size=2GB",
            "checkpoint_completion_target=0.9",
            "random_page_cost=1.1",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_line_prefix=%m [%p] %d ");

    private final StackOptions options;
    private final Secrets secrets;
    private final int port;
    private final Unprivileged unprivileged;

    PostgresRunner(StackOptions options, Secrets secrets, int port) {
        this.options = options;
        this.secrets = secrets;
        this.port = port;
        this.unprivileged = new Unprivileged();
    }

    @Override
    public Part part() {
        return Part.POSTGRES;
    }

    @Override
    public void prepare() {
        Distributions.once(home(), PostgresRunner::unpack);
        unprivileged.share(home());
        if (!Files.exists(data().resolve("PG_VERSION"))) initialize();
        unprivileged.own(data());
    }

    @Override
    public Program program() {
        var command = new ArrayList<>(List.of(binary("postgres"), "-D", data().toString(), "-p", "" + port));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        return Program.of(command).behind(unprivileged.prefix());
    }

    @Override
    public boolean isReady() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return statement.execute("select 1");
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public void furnish() {
        try (Connection connection = connect()) {
            for (String name : DATABASES) {
                createDatabase(connection, name);
            }
        } catch (SQLException e) {
            throw new StackFailure("PostgreSQL: " + e.getMessage(), e);
        }
    }

    /** Fast shutdown: do not wait for clients to leave. */
    @Override
    public String stopSignal() {
        return "INT";
    }

    private void initialize() {
        Disk.deleteTree(data());
        Disk.folder(data());
        Path password = data().resolveSibling("superuser");
        Disk.write(password, secrets.of("database.postgres"));
        unprivileged.own(data());
        unprivileged.own(password);
        try {
            Processes.run(
                    part().title(),
                    Program.of(List.of(
                                    binary("initdb"),
                                    "--pgdata=" + data(),
                                    "--username=postgres",
                                    "--pwfile=" + password,
                                    "--auth=scram-sha-256",
                                    "--encoding=UTF8",
                                    "--locale-provider=builtin",
                                    "--locale=C.UTF-8",
                                    "--data-checksums"))
                            .behind(unprivileged.prefix()),
                    options.log(part().id()));
        } finally {
            Disk.delete(password);
        }
    }

    private void createDatabase(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean hasUser = statement
                    .executeQuery("select 1 from pg_roles where rolname = '" + name + "'")
                    .next();
            statement.execute((hasUser ? "alter" : "create") + " role " + name + " login password '"
                    + secrets.of("database." + name) + "'");
            if (!statement
                    .executeQuery("select 1 from pg_database where datname = '" + name + "'")
                    .next()) {
                statement.execute("create database " + name + " owner " + name);
                statement.execute("revoke connect on database " + name + " from public");
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres?loginTimeout=3",
                "postgres",
                secrets.of("database.postgres"));
    }

    private Path home() {
        return unprivileged.reachable(options.shared()).resolve("dist").resolve(jarName());
    }

    private Path data() {
        return unprivileged.reachable(options.state()).resolve("data/postgres");
    }

    private String binary(String name) {
        return home().resolve("bin").resolve(name).toString();
    }

    private static void unpack(Path folder) {
        try (InputStream archive = PostgresRunner.class.getClassLoader().getResourceAsStream(archive())) {
            if (archive == null) throw new StackFailure(noBinaries());
            Distributions.unpackTxz(archive, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names system, processor and version, so that another version gets another folder. */
    private static String jarName() {
        var archive = PostgresRunner.class.getClassLoader().getResource(archive());
        if (archive == null) throw new StackFailure(noBinaries());
        return archive.getPath().replaceFirst(".*/([^/]+)\\.jar!.*", "$1");
    }

    private static String noBinaries() {
        return Say.in("没有适用于本机的 PostgreSQL 程序:", "No PostgreSQL binaries for this machine: ")
                + System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    private static String archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-" + system + "-" + arch + ".txz";
    }
}
