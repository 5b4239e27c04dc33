package io.gendan.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keycloak with the realm of deploy/identity; built once for PostgreSQL, then started without its shell script. */
final class KeycloakRunner implements Runner {
    private static final List<String> BUILD =
            List.of("build", "--db=postgres", "--health-enabled=true", "--http-management-health-enabled=false");
    private static final List<String> OPENS = List.of(
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED");

    private static final String SURVIVE_A_DATABASE_RESTART = "quarkus.datasource.jdbc.validate-on-borrow=true\n";

    private final StackOptions options;
    private final Secrets secrets;
    private final Ports ports;
    private final Realm realm;

    KeycloakRunner(StackOptions options, Secrets secrets, Ports ports) {
        this.options = options;
        this.secrets = secrets;
        this.ports = ports;
        this.realm = Realm.read(options.identity());
    }

    @Override
    public Part part() {
        return Part.KEYCLOAK;
    }

    @Override
    public void prepare() {
        Distributions.once(distribution(), this::build);
        Disk.folder(home().resolve("data/import"));
        for (String part : List.of("lib", "providers", "themes", "version.txt", "conf/cache-ispn.xml")) {
            Disk.link(home().resolve(part), distribution().resolve(part));
        }
        Disk.write(home().resolve("conf/quarkus.properties"), SURVIVE_A_DATABASE_RESTART);
        if (isImported()) Disk.delete(imported());
        else Disk.write(imported(), realmFile());
    }

    @Override
    public Program program() {
        return java().program(Java.Cache.NONE, options.shared());
    }

    @Override
    public Java java() {
        var run = new ArrayList<>(OPENS);
        run.addAll(List.of(
                "-Dkc.home.dir=" + home(),
                "-Djboss.server.config.dir=" + home().resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-Duser.language=en"));
        if (!isImported()) {
            run.addAll(List.of(
                    "-Dkeycloak.migration.action=import",
                    "-Dkeycloak.migration.provider=singleFile",
                    "-Dkeycloak.migration.file=" + imported(),
                    "-Dkeycloak.migration.strategy=OVERWRITE_EXISTING"));
        }
        run.addAll(List.of(
                "-cp",
                distribution().resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized"));
        return new Java(
                part().id(),
                Disk.files(distribution().resolve("lib"), ".jar"),
                List.of(
                        "-Xms64m",
                        "-Xmx384m",
                        "-XX:MaxMetaspaceSize=256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1"),
                run,
                environment());
    }

    @Override
    public boolean isReady() {
        return Http.answers(base() + "/realms/gendan/.well-known/openid-configuration");
    }

    /** The import has happened: remember which, so that a changed realm.json or people.csv is imported again. */
    @Override
    public void furnish() {
        if (isImported()) return;
        Disk.write(marker(), fingerprint());
        Disk.delete(imported());
    }

    /** The first start writes some hundred tables. */
    @Override
    public Duration patience() {
        return Duration.ofSeconds(240);
    }

    private void build(Path folder) {
        Distributions.unpackZip(zip(), folder);
        var command =
                new ArrayList<>(List.of("bash", folder.resolve("bin/kc.sh").toString()));
        command.addAll(BUILD);
        var environment = Map.of("JAVA_HOME", System.getProperty("java.home"));
        Processes.run(part().title(), new Program(command, environment), options.log(part().id()));
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("KC_DB_URL", "jdbc:postgresql://127.0.0.1:" + ports.of(Port.POSTGRES) + "/keycloak");
        environment.put("KC_DB_USERNAME", "keycloak");
        environment.put("KC_DB_PASSWORD", secrets.of("database.keycloak"));
        environment.put("KC_DB_POOL_INITIAL_SIZE", "1");
        environment.put("KC_DB_POOL_MAX_SIZE", "20");
        environment.put("KC_CACHE", "local");
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", "127.0.0.1");
        environment.put("KC_HTTP_PORT", String.valueOf(ports.of(Port.KEYCLOAK)));
        environment.put("KC_HOSTNAME", base());
        environment.put("KC_LOG_LEVEL", "info,io.smallrye.health:warn,org.keycloak.events:info");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("keycloak.admin"));
        return environment;
    }

    private String base() {
        return "http://localhost:" + ports.of(Port.KEYCLOAK);
    }

    private String realmFile() {
        return realm.toImport(placeholders(), Credential.of(options.password(), secrets.of("demo.salt")));
    }

    private Map<String, String> placeholders() {
        return Map.of(
                "GENDAN_PUBLIC_URL", "http://localhost:" + ports.of(Port.GATEWAY),
                "GENDAN_WEB_SECRET", secrets.of("client.gendan-web"),
                "GENDAN_ERP_SECRET", secrets.of("client.gendan-erp"),
                "GENDAN_ACCOUNTS_SECRET", secrets.of("client.gendan-accounts"),
                "GENDAN_MAIL_HOST", "127.0.0.1",
                "GENDAN_MAIL_PORT", String.valueOf(ports.of(Port.SMTP)),
                "GENDAN_MAIL_FROM", "gendan@localhost.example");
    }

    private boolean isImported() {
        return Disk.readIfPresent(marker()).equals(fingerprint());
    }

    private String fingerprint() {
        return Digests.of(realm.toImport(placeholders(), new Credential(options.password(), "")));
    }

    private Path zip() {
        return Disk.files(options.built().resolve("dist"), ".zip").stream()
                .findFirst()
                .orElseThrow(() ->
                        new StackFailure(Say.missingJar(part(), options.built().resolve("dist"))));
    }

    private Path distribution() {
        String name = zip().getFileName().toString().replace(".zip", "");
        return options.shared().resolve("dist").resolve(name);
    }

    private Path home() {
        return options.state().resolve("data/keycloak");
    }

    private Path imported() {
        return home().resolve("data/import/gendan-realm.json");
    }

    private Path marker() {
        return home().resolve("imported");
    }
}
