package io.gendan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The realm as code: roles, clients and policies of realm.json with the people of people.csv. */
public final class Realm {
    private static final ObjectMapper JSON = new ObjectMapper().configure(SerializationFeature.INDENT_OUTPUT, true);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(GENDAN_[A-Z_]+)}");

    private final ObjectNode realm;
    private final People people;

    private Realm(ObjectNode realm, People people) {
        this.realm = realm;
        this.people = people;
    }

    /** Reads realm.json, people.csv and units.csv of one folder. */
    static Realm read(Path folder) {
        try {
            var realm = (ObjectNode) JSON.readTree(folder.resolve("realm.json").toFile());
            Set<String> units = Units.read(folder.resolve("units.csv")).byCode().keySet();
            return new Realm(realm, People.read(folder.resolve("people.csv"), roles(realm), units));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public People people() {
        return people;
    }

    Set<String> roles() {
        return roles(realm);
    }

    /** The file Keycloak imports: placeholders filled in, each person a user with roles and the given password. */
    String toImport(Map<String, String> values, Credential password) {
        ObjectNode filled = realm.deepCopy();
        people.all().forEach(person -> add(filled, person, password));
        return fill(filled.toString(), values);
    }

    private static void add(ObjectNode realm, People.Person person, Credential password) {
        ObjectNode user = realm.withArray("users").addObject();
        user.put("username", person.username())
                .put("enabled", true)
                .put("email", person.email())
                .put("emailVerified", true)
                .put("firstName", person.name());
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("secretData", password.secretData())
                .put("credentialData", password.credentialData());
        person.roles().forEach(user.putArray("realmRoles").add("default-roles-gendan")::add);
        ObjectNode attributes = user.putObject("attributes");
        attribute(attributes, "unit", person.unit());
        attribute(attributes, "level", person.level());
        attribute(attributes, "superior", person.superior());
        attribute(attributes, "post", person.post());
    }

    private static void attribute(ObjectNode attributes, String name, String value) {
        if (!value.isEmpty()) attributes.putArray(name).add(value);
    }

    private static String fill(String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) throw new StackFailure("realm.json: no value for " + match.group());
            return Matcher.quoteReplacement(value);
        });
    }

    private static Set<String> roles(ObjectNode realm) {
        var names = new LinkedHashSet<String>();
        realm.at("/roles/realm").forEach(role -> names.add(role.path("name").asText()));
        return names;
    }
}
