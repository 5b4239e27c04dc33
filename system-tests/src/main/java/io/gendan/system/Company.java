package io.gendan.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import io.gendan.local.Login;
import io.gendan.local.People;
import io.gendan.local.People.Person;
import io.gendan.local.Stack;

/** The demo company as the tests and the demo work with it: its people, each with the product in his hands. */
public final class Company {
    private final People people;
    private final URI gateway;
    private final Function<String, Login.Token> login;
    private final Map<String, Login.Token> tokens = new ConcurrentHashMap<>();

    public Company(Stack stack) {
        people = stack.people();
        gateway = stack.url("gateway");
        login = stack::login;
    }

    /** The product as this person uses it, logged in through the real form. */
    public Api as(String username) {
        return new Api(gateway, () -> tokens.compute(
                        username, (name, token) -> token == null ? login.apply(name) : token.fresh())
                .access());
    }

    public Api as(Person person) {
        return as(person.username());
    }

    public Person person(String username) {
        return people.all().stream()
                .filter(p -> p.username().equals(username))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody is called " + username));
    }

    /** Who holds the role in the unit, or in the whole company where the unit has nobody. */
    public Person holder(String role, String unit) {
        return people.all().stream()
                .filter(p -> p.roles().contains(role))
                .min(Comparator.comparing(p -> !p.unit().equals(unit)))
                .orElseThrow(() -> new IllegalArgumentException("nobody is " + role));
    }

    public List<Person> staff() {
        return people.all().stream().filter(Person::isStaff).toList();
    }

    /** Puts the units and people of the identity files into the staff register, and waits until the services know. */
    public JsonNode register(Path identity) {
        JsonNode report = importRegister(identity);
        awaitStaff("/api/intake/v1/orders?limit=1");
        awaitStaff("/api/fulfillment/v1/plans?limit=1");
        return report;
    }

    /** Puts the units and people of the identity files into the staff register; repeating it changes nothing. */
    public JsonNode importRegister(Path identity) {
        Api hr = as(holder("HR", "ADM"));
        try {
            hr.postText(
                    "/api/performance/v1/units/import", "text/csv", Files.readString(identity.resolve("units.csv")));
            return hr.postText(
                    "/api/performance/v1/staff/import", "text/csv", Files.readString(identity.resolve("people.csv")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until the service knows the last of the sales people: before, it has nobody's unit and turns him away. */
    private void awaitStaff(String path) {
        Api last = as(staff().stream()
                .filter(p -> p.roles().contains("SALES"))
                .reduce((_, later) -> later)
                .orElseThrow());
        Wait.forThe("staff register at " + path, () -> {
            try {
                return last.get(path);
            } catch (Api.Refused refused) {
                if (refused.status() == 403) return null;
                throw refused;
            }
        });
    }
}
