package io.gendan.performance.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.gendan.core.security.Roles;

/**
 * The roles of an account.
 *
 * @param byName those of the realm it has been given directly, as the identity provider describes them
 * @param effective names of all it has in the realm, those that groups and other roles bring along included
 * @param ofRealmAdministrator whether it has been given roles of the realm's administration
 */
record RealmRoles(Map<String, JsonNode> byName, Set<String> effective, boolean ofRealmAdministrator) {
    boolean ofCustomer() {
        return effective.contains(Roles.CUST);
    }

    Set<String> lackOf(Collection<String> wanted) {
        var lacking = new HashSet<>(wanted);
        lacking.removeAll(byName.keySet());
        return lacking;
    }

    /** Roles of the staff that are not wanted and cannot be revoked: it has them by something else. */
    Set<String> broughtBeyond(Collection<String> wanted) {
        var brought = new TreeSet<>(effective);
        brought.removeAll(byName.keySet());
        brought.removeAll(wanted);
        brought.retainAll(Roles.STAFF);
        return brought;
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
