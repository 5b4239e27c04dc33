package io.gendan.performance.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.gendan.core.security.Roles;

/**
 * The roles an account has been given directly.
 *
 * @param ofRealm as the identity provider describes them, by name
 * @param administers whether it has rights in the administration of the realm
 */
record RealmRoles(Map<String, JsonNode> ofRealm, boolean administers) {
    boolean ofCustomer() {
        return ofRealm.containsKey(Roles.CUST);
    }

    Set<String> lackOf(Collection<String> wanted) {
        var lacking = new HashSet<>(wanted);
        lacking.removeAll(ofRealm.keySet());
        return lacking;
    }

    /** Those of the staff that are not wanted any more. */
    List<JsonNode> beyond(Collection<String> wanted) {
        var surplus = new ArrayList<JsonNode>();
        ofRealm.forEach((name, role) -> {
            if (Roles.STAFF.contains(name) && !wanted.contains(name)) surplus.add(role);
        });
        return surplus;
    }
}
