package io.gendan.performance.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.gendan.core.security.Roles;

/** The roles of the realm an account has been given directly, by name, as the identity provider describes them. */
record RealmRoles(Map<String, JsonNode> byName) {
    boolean ofCustomer() {
        return byName.containsKey(Roles.CUST);
    }

    Set<String> lackOf(Collection<String> wanted) {
        var lacking = new HashSet<>(wanted);
        lacking.removeAll(byName.keySet());
        return lacking;
    }

    /** Those of the staff that are not wanted any more. */
    List<JsonNode> beyond(Collection<String> wanted) {
        var surplus = new ArrayList<JsonNode>();
        byName.forEach((name, role) -> {
            if (Roles.STAFF.contains(name) && !wanted.contains(name)) surplus.add(role);
        });
        return surplus;
    }
}
