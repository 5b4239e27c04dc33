package io.gendan.performance.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static io.gendan.performance.account.RealmConnection.encoded;

/** The accounts of the realm, in Keycloak's terms. Each call can be repeated without another effect. */
@ApplicationScoped
class Realm {
    /** The client whose roles let somebody administer the realm. */
    private static final String ADMINISTRATION = "realm-management";

    @Inject
    RealmConnection connection;

    Optional<RealmUser> find(String username) {
        var found = expect(connection.get("/users?exact=true&username=" + encoded(username)));
        for (JsonNode user : found)
            if (user.path("username").asText().equals(username)) return Optional.of(new RealmUser((ObjectNode) user));
        return Optional.empty();
    }

    /** @return false where an account with this name or this address exists */
    boolean create(RealmUser user) {
        var reply = connection.send("POST", "/users", user.json());
        if (reply.status() == 409) return false;
        expect(reply);
        return true;
    }

    void update(RealmUser user) {
        var reply = connection.send("PUT", "/users/" + user.id(), user.json());
        if (reply.status() == 409) throw new AccountFailure(AccountFault.EMAIL_TAKEN, reply.reason());
        expect(reply);
    }

    RealmRoles rolesOf(RealmUser user) {
        JsonNode given = expect(connection.get(ofRealm(user)));
        JsonNode effective = expect(connection.get(ofRealm(user) + "/composite"));
        JsonNode ofClients =
                expect(connection.get("/users/" + user.id() + "/role-mappings")).path("clientMappings");
        return new RealmRoles(byName(given), byName(effective).keySet(), ofClients.has(ADMINISTRATION));
    }

    void grant(RealmUser user, Set<String> names) {
        Map<String, JsonNode> roles = byName(expect(connection.get(ofRealm(user) + "/available")));
        for (String name : names)
            if (!roles.containsKey(name)) throw new AccountFailure(AccountFault.ROLE_NOT_IN_REALM, name);
        roles.keySet().retainAll(names);
        expect(connection.send("POST", ofRealm(user), array(List.copyOf(roles.values()))));
    }

    void revoke(RealmUser user, List<JsonNode> roles) {
        expect(connection.send("DELETE", ofRealm(user), array(roles)));
    }

    /** Ends whatever the account is logged in to, and makes worthless what could renew a token. */
    void endSessions(RealmUser user) {
        expect(connection.send("POST", "/users/" + user.id() + "/logout", JsonNodeFactory.instance.objectNode()));
    }

    /** Sends the mail by which the owner chooses a password. */
    void invite(RealmUser user) {
        try {
            expect(connection.send(
                    "PUT",
                    "/users/" + user.id() + "/execute-actions-email",
                    JsonNodeFactory.instance.arrayNode().add(RealmUser.CHOOSE_PASSWORD)));
        } catch (AccountFailure failure) {
            if (failure.fault().isGeneral()) throw failure;
            throw new AccountFailure(AccountFault.INVITATION_NOT_SENT, failure.detail());
        }
    }

    private static String ofRealm(RealmUser user) {
        return "/users/" + user.id() + "/role-mappings/realm";
    }

    private static JsonNode expect(RealmConnection.Reply reply) {
        if (reply.succeeded()) return reply.body();
        throw new AccountFailure(
                reply.status() == 404 ? AccountFault.PROVIDER_FAILED : AccountFault.DATA_REJECTED, reply.reason());
    }

    private static Map<String, JsonNode> byName(JsonNode roles) {
        var named = new HashMap<String, JsonNode>();
        roles.forEach(role -> named.put(role.path("name").asText(), role));
        return named;
    }

    private static ArrayNode array(List<JsonNode> elements) {
        return JsonNodeFactory.instance.arrayNode().addAll(elements);
    }
}
