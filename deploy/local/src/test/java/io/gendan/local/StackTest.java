package io.gendan.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The real processes, on free ports. */
class StackTest {
    private static Stack stack;

    @BeforeAll
    static void start() {
        var state = Product.ROOT.resolve("deploy/local/target/stack-under-test");
        Disk.deleteTree(state);
        stack = Stack.open(StackOptions.isolated(Product.ROOT, state).only(Part.infrastructure()));
        stack.up();
    }

    @AfterAll
    static void stopLeavesNoProcess() {
        List<ProcessHandle> processes = stack.status().stream()
                .flatMap(line -> line.pid().flatMap(ProcessHandle::of).stream())
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();

        stack.down();

        assertThat(processes).hasSizeGreaterThan(4).noneMatch(ProcessHandle::isAlive);
        assertThat(stack.status()).noneMatch(line -> line.pid().isPresent());
    }

    @Test
    void everyPartIsReadyAndASecondUpChangesNothing() {
        var before = stack.status();

        stack.up();

        assertThat(before).hasSize(4).allMatch(Stack.Status::ready);
        assertThat(stack.status())
                .extracting(Stack.Status::pid)
                .isEqualTo(before.stream().map(Stack.Status::pid).toList());
    }

    @Test
    void anotherLauncherFindsTheSameStack() {
        Stack again = Stack.open(stack.options());

        assertThat(again.port(Port.KEYCLOAK)).isEqualTo(stack.port(Port.KEYCLOAK));
        assertThat(again.status()).allMatch(Stack.Status::ready);
    }

    @Test
    void aPersonLogsInThroughTheFormAndGetsRolesAndAudience() {
        Login.Token token = stack.login("wanglei");

        JsonNode claims = token.claims();
        assertThat(claims.get("iss").asText()).isEqualTo(stack.issuer());
        assertThat(claims.get("aud").toString()).contains("gendan-api");
        assertThat(claims.get("preferred_username").asText()).isEqualTo("wanglei");
        assertThat(claims.at("/realm_access/roles").toString())
                .contains("SALES")
                .doesNotContain("HEAD");
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(300);

        assertThat(token.refreshed().claims().get("preferred_username").asText())
                .isEqualTo("wanglei");
        assertThat(token.fresh()).isSameAs(token);
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThatThrownBy(() -> Login.token(stack.issuer(), "gendan-mobile", "lina", "not-the-password"))
                .isInstanceOf(Login.Refused.class)
                .hasMessageContaining("lina");
    }

    @Test
    void aServiceEntersItsOwnDatabaseAndNoOther() throws SQLException {
        Stack.Database intake = stack.database(Part.INTAKE);
        Stack.Database contract = stack.database(Part.CONTRACT);

        assertThat(version(intake.url(), intake)).startsWith("18.");
        assertThatThrownBy(() -> version(contract.url(), intake)).hasMessageContaining("permission denied");
        var guess = new Stack.Database(intake.url(), intake.user(), "intake");
        assertThatThrownBy(() -> version(intake.url(), guess)).hasMessageContaining("password authentication failed");
    }

    @Test
    void theTopicsOfThePublishedLanguageExistAndNoOtherIsMadeByAccident() throws Exception {
        var properties = new Properties();
        properties.putAll(Map.of("bootstrap.servers", stack.kafka()));
        try (Admin kafka = Admin.create(properties)) {
            assertThat(kafka.listTopics().names().get(10, TimeUnit.SECONDS))
                    .containsExactlyInAnyOrderElementsOf(
                            Topics.read().stream().map(Topics.Topic::name).toList());
        }
    }

    @Test
    void aKilledServerStartsAgainWithItsData() throws SQLException {
        Stack.Database aftersales = stack.database(Part.AFTERSALES);
        try (Connection connection = open(aftersales.url(), aftersales);
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept (it int)");
        }

        stack.kill("postgres");
        stack.start("postgres");

        try (Connection connection = open(aftersales.url(), aftersales);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery("select count(*) from kept").next())
                    .isTrue();
        }
    }

    private static String version(String url, Stack.Database credentials) throws SQLException {
        try (Connection connection = open(url, credentials)) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    private static Connection open(String url, Stack.Database credentials) throws SQLException {
        return DriverManager.getConnection(url, credentials.user(), credentials.password());
    }
}
