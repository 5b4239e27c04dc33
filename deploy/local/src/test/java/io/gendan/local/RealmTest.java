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
            "GENDAN_ERP_SECRET", "erp-secret");

    private final Realm realm = Realm.read(Product.ROOT.resolve("deploy/identity"));

    @Test
    void everyPersonBecomesAUserWithRolesAndPlaceInTheOrganization() throws IOException {
        JsonNode users = merged().get("users");

        JsonNode wanglei = user(users, "wanglei");
        assertThat(wanglei.at("/firstName").asText()).isEqualTo("王磊");
        assertThat(wanglei.at("/realmRoles").toString()).isEqualTo("[\"default-roles-gendan\",\"SALES\"]");
        assertThat(wanglei.at("/attributes/superior/0").asText()).isEqualTo("zhoujing");
        assertThat(users).hasSize(realm.people().all().size() + 1); // and the ERP's service account
    }

    @Test
    void placeholdersAreFilledAndPasswordsHashed() throws IOException {
        String text = merged().toString();

        assertThat(text).contains("http://localhost:4711/*", "web-secret", "erp-secret");
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
