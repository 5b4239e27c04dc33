package io.gendan.local;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RealmTest {
    private static final Map<String, String> VALUES = Map.of(
            "GENDAN_PUBLIC_URL", "http://localhost:4711",
            "GENDAN_WEB_SECRET", "web-secret",
            "GENDAN_ERP_SECRET", "erp-secret",
            "GENDAN_ACCOUNTS_SECRET", "accounts-secret",
            "GENDAN_MAIL_HOST", "127.0.0.1",
            "GENDAN_MAIL_PORT", "4712",
            "GENDAN_MAIL_FROM", "gendan@localhost.example");

    private final Realm realm = Realm.read(Product.ROOT.resolve("deploy/identity"));

    @Test
    void everyPersonBecomesAUserWithRolesAndPlaceInTheOrganization() throws IOException {
        JsonNode users = merged().get("users");

        JsonNode wanglei = user(users, "wanglei");
        assertThat(wanglei.at("/firstName").asText()).isEqualTo("王磊");
        assertThat(wanglei.at("/realmRoles").toString()).isEqualTo("[\"default-roles-gendan\",\"SALES\"]");
        assertThat(wanglei.at("/attributes/superior/0").asText()).isEqualTo("zhoujing");
        assertThat(users).hasSize(realm.people().all().size() + 2); // and the two service accounts
    }

    @Test
    void placeholdersAreFilledAndPasswordsHashed() throws IOException {
        String text = merged().toString();

        assertThat(text).contains("http://localhost:4711/*", "web-secret", "erp-secret", "accounts-secret");
        assertThat(text).doesNotContain("${GENDAN_", "open-sesame");
    }

    @Test
    void aPlaceholderWithoutValueIsRefused() {
        assertThatThrownBy(() -> realm.toImport(Map.of(), Credential.of("open-sesame", "salt")))
                .hasMessageContaining("realm.json: no value for ${GENDAN_");
    }

    @Test
    void noClientTakesPasswordsDirectlyAndEveryCodeFlowUsesPkce() throws IOException {
        for (JsonNode client : merged().get("clients")) {
            assertThat(client.get("directAccessGrantsEnabled").asBoolean()).isFalse();
            if (client.get("standardFlowEnabled").asBoolean()) {
                assertThat(client.at("/attributes/pkce.code.challenge.method").asText())
                        .isEqualTo("S256");
            }
        }
    }

    @Test
    void whoKeepsAccountsInStepManagesUsersAndNothingElse() throws IOException {
        JsonNode keeper = user(merged().get("users"), "service-account-gendan-accounts");

        assertThat(keeper.get("clientRoles").toString())
                .isEqualTo("{\"realm-management\":[\"manage-users\",\"view-users\"]}");
        assertThat(keeper.has("realmRoles")).isFalse();
    }

    private JsonNode merged() throws IOException {
        return new ObjectMapper().readTree(realm.toImport(VALUES, Credential.of("open-sesame", "salt")));
    }

    private static JsonNode user(JsonNode users, String username) {
        for (JsonNode user : users) {
            if (user.get("username").asText().equals(username)) return user;
        }
        throw new AssertionError("no user " + username);
    }
}
