package io.gendan.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of the product's own programs: a service or the gateway, configured through its environment alone. */
final class ServiceRunner implements Runner {
    /** Who the people of deploy/identity work for. */
    private static final String DEMO_COMPANY = "华晟集团有限公司";

    private final Part part;
    private final StackOptions options;
    private final Secrets secrets;
    private final Ports ports;
    private final int port;

    ServiceRunner(Part part, StackOptions options, Secrets secrets, Ports ports, int port) {
        this.part = part;
        this.options = options;
        this.secrets = secrets;
        this.ports = ports;
        this.port = port;
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public void prepare() {
        if (!Files.exists(jar())) throw new StackFailure(Say.missingJar(part, jar()));
    }

    @Override
    public Program program() {
        return java().program(Java.Cache.NONE, options.shared());
    }

    @Override
    public Java java() {
        return new Java(
                part.id(),
                Disk.files(jar().getParent(), ".jar"),
                options.flags(
                        "-Xms48m",
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:MaxMetaspaceSize=192m",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED"),
                List.of("-jar", jar().toString()),
                switch (part) {
                    case GATEWAY -> gatewayEnvironment();
                    case PERFORMANCE -> performanceEnvironment();
                    default -> environment();
                });
    }

    @Override
    public Optional<Instant> builtAt() {
        return Disk.changedAt(jar());
    }

    @Override
    public boolean isReady() {
        return Http.answers("http://127.0.0.1:" + port + "/q/health/ready");
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        environment.put(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + ports.of(Port.POSTGRES) + "/" + part.id());
        environment.put("QUARKUS_DATASOURCE_USERNAME", part.id());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", secrets.of("database." + part.id()));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.of(Port.KAFKA));
        environment.put(
                "QUARKUS_OIDC_AUTH_SERVER_URL", "http://localhost:" + ports.of(Port.KEYCLOAK) + "/realms/gendan");
        environment.put("GENDAN_MAIL_HOST", "127.0.0.1");
        environment.put("GENDAN_MAIL_PORT", String.valueOf(ports.of(Port.SMTP)));
        environment.put("GENDAN_COMPANY_NAME", DEMO_COMPANY);
        environment.put("GENDAN_IDENTITY_FOLDER", options.identity().toString());
        return environment;
    }

    private Map<String, String> performanceEnvironment() {
        var environment = new HashMap<>(environment());
        environment.put("GENDAN_ACCOUNTS_MANAGED", "true");
        environment.put("GENDAN_ACCOUNTS_CLIENT_SECRET", secrets.of("client.gendan-accounts"));
        environment.put("GENDAN_ACCOUNTS_INVITATIONS", "true");
        return environment;
    }

    private Map<String, String> gatewayEnvironment() {
        var environment = new HashMap<>(environment());
        environment.put("GENDAN_GATEWAY_CLIENT_SECRET", secrets.of("client.gendan-web"));
        environment.put(
                "GENDAN_GATEWAY_WEB_ROOT", options.product().resolve("web/dist").toString());
        environment.put("GENDAN_GATEWAY_PUBLIC_URL", "http://localhost:" + port);
        for (Part service : Part.services()) {
            environment.put(
                    "GENDAN_GATEWAY_SERVICES_" + service.name(), "http://127.0.0.1:" + ports.of(service.mainPort()));
        }
        return environment;
    }

    private Path jar() {
        String folder = part == Part.GATEWAY ? "gateway" : part.id() + "-service";
        return options.product().resolve(folder).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
