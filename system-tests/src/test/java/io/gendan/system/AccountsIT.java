package io.gendan.system;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.gendan.local.Login;
import io.gendan.testing.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Accounts at the identity provider, kept in step with the staff register. */
@ExtendWith(WholeSystem.class)
class AccountsIT {
    private static final String STAFF = "/api/performance/v1/staff";
    private static final String ACCOUNTS = "/api/performance/v1/accounts";
    private static final String ORDERS = "/api/intake/v1/orders?limit=1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private WholeSystem system;
    private Api hr;
    private String username;

    @BeforeEach
    void begin() {
        system = WholeSystem.get();
        hr = system.company().as(system.company().holder("HR", "ADM"));
        username = "test" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    @Requirement({"SEC-17", "ORG-01"})
    void whoIsRegisteredLogsInAndWhoLeavesIsShutOut() {
        register("SALES");
        awaitStatus("OPEN");
        choosePassword();

        Login.Token token = system.stack().login(username);
        assertThat(roles(token)).contains("SALES").doesNotContain("MERCH");
        await("intake knows the newcomer").atMost(PATIENCE).until(() -> status(token) == 200);

        leave(LocalDate.now(CHINA).minusDays(1));
        awaitStatus("CLOSED");

        assertThatExceptionOfType(Login.Refused.class).as("login").isThrownBy(() -> system.stack()
                .login(username));
        assertThatExceptionOfType(Login.Refused.class).as("refreshing").isThrownBy(token::refreshed);
        await("the token that is not yet run out is refused")
                .atMost(PATIENCE)
                .until(() -> status(token) == 401 || status(token) == 403);
    }

    @Test
    @Requirement("SEC-17")
    void theNextTokenHasTheRolesOfTheNewPost() {
        register("SALES");
        awaitStatus("OPEN");
        choosePassword();
        Login.Token before = system.stack().login(username);

        register("MERCH CS");

        await("the roles of the new post").atMost(PATIENCE).untilAsserted(() -> assertThat(roles(before.refreshed()))
                .as("%s", account())
                .contains("MERCH", "CS")
                .doesNotContain("SALES"));
    }

    @Test
    void aNewcomerIsAskedByMailToChooseAPassword() {
        register("SALES");
        awaitStatus("OPEN");

        assertThat(account().path("invitedAt").isNull()).isFalse();
        await("the mail").atMost(PATIENCE).until(() -> new Mailbox(system, username + "@huasheng.example").size() == 1);
    }

    @Test
    void thePeopleOfTheRealmAreTakenOverAsTheyAre() {
        for (var person : system.company().staff())
            await(person.username()).atMost(PATIENCE).untilAsserted(() -> {
                JsonNode account = hr.get(ACCOUNTS + "/" + person.username());
                assertThat(account.path("status").asText()).as("%s", account).isEqualTo("OPEN");
                assertThat(account.path("invitedAt").isNull()).isTrue();
            });
    }

    private void register(String roles) {
        JsonNode report = hr.postText(
                STAFF + "/import",
                "text/csv",
                "username,name,email,unit,level,superior,roles,post\n"
                        + "%s,测试员,%s@huasheng.example,SVC,L1,zhoujing,%s,系统测试\n".formatted(username, username, roles));
        assertThat(report.path("errors")).as("%s", report).isEmpty();
    }

    private void leave(LocalDate on) {
        hr.post(STAFF + "/" + username + "/leave", UUID.randomUUID().toString(), Map.of("on", on.toString()));
    }

    private void choosePassword() {
        new Provider(system).givePassword(username, system.stack().options().password());
    }

    private void awaitStatus(String status) {
        await("account " + status).atMost(PATIENCE).untilAsserted(() -> assertThat(
                        account().path("status").asText())
                .as("%s", account())
                .isEqualTo(status));
    }

    private JsonNode account() {
        return hr.get(ACCOUNTS + "/" + username);
    }

    private int status(Login.Token token) {
        return new Http(system.stack().url("gateway"), token.access(), "zh")
                .get(ORDERS)
                .status();
    }

    private static List<String> roles(Login.Token token) {
        var roles = new ArrayList<String>();
        token.claims().at("/realm_access/roles").forEach(role -> roles.add(role.asText()));
        return roles;
    }
}
