package io.gendan.gateway.oidc;

import java.util.List;
import java.util.Optional;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Who signed in, as the web shows it. What he may do is decided by the services, from the token. */
public record Identity(
        String subject, Optional<String> providerSession, String username, String name, List<String> roles) {
    static Identity of(JsonObject claims) {
        String username = claims.getString("preferred_username", claims.getString("sub"));
        return new Identity(
                claims.getString("sub"),
                Optional.ofNullable(claims.getString("sid")),
                username,
                claims.getString("name", username),
                rolesIn(claims));
    }

    /** Roles stand in the access token, which is for the services to verify and only shown here. */
    Identity withRolesOf(String accessToken) {
        List<String> shown =
                Jwt.unverifiedClaims(accessToken).map(Identity::rolesIn).orElse(List.of());
        return shown.isEmpty() ? this : new Identity(subject, providerSession, username, name, shown);
    }

    private static List<String> rolesIn(JsonObject claims) {
        JsonArray roles = claims.getJsonObject("realm_access", new JsonObject()).getJsonArray("roles", new JsonArray());
        return roles.stream().map(String::valueOf).sorted().toList();
    }
}
