package io.gendan.performance.account;

import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An account as the identity provider has it. What is none of ours goes back as it came. */
record RealmUser(ObjectNode json) {
    static final String CHOOSE_PASSWORD = "UPDATE_PASSWORD";

    /** A new one, without any password: its owner has to choose one. */
    static RealmUser of(Wish wish) {
        var json = JsonNodeFactory.instance.objectNode().put("username", wish.username());
        json.putArray("requiredActions").add(CHOOSE_PASSWORD);
        return new RealmUser(json).like(wish);
    }

    String id() {
        return json.path("id").asText();
    }

    boolean isEnabled() {
        return json.path("enabled").asBoolean();
    }

    boolean isOfProgram() {
        return json.hasNonNull("serviceAccountClientId");
    }

    boolean isToChoosePassword() {
        for (JsonNode action : json.path("requiredActions")) if (action.asText().equals(CHOOSE_PASSWORD)) return true;
        return false;
    }

    boolean isLike(Wish wish) {
        return isEnabled()
                && wish.name().equals(text("firstName"))
                && (wish.email() == null ? text("email") == null : wish.email().equalsIgnoreCase(text("email")));
    }

    /** The whole name is the first name: which part of it is which, the register does not say. */
    RealmUser like(Wish wish) {
        ObjectNode changed = json.deepCopy().put("enabled", true).put("firstName", wish.name());
        if (wish.email() != null || text("email") != null)
            changed.put("email", Objects.requireNonNullElse(wish.email(), ""))
                    .put("emailVerified", wish.email() != null);
        return new RealmUser(changed);
    }

    RealmUser disabled() {
        return new RealmUser(json.deepCopy().put("enabled", false));
    }

    private String text(String field) {
        String text = json.path(field).asText("");
        return text.isEmpty() ? null : text;
    }
}
