package io.gendan.core.task;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StandingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Map<String, Person> PEOPLE = Map.of(
            "li.qiang", person("li.qiang", "sales-east", "HEAD"),
            "wu.gang", person("wu.gang", "sales-east", "SUPV"),
            "kong.wei", person("kong.wei", "sales-west", "HEAD"),
            "guo.jie", person("guo.jie", "legal", "LEGAL"));

    /** wu.gang stands in for li.qiang today. */
    private static final StaffDirectory DIRECTORY = new StaffDirectory() {
        @Override
        public Optional<Person> find(String username) {
            return Optional.ofNullable(PEOPLE.get(username));
        }

        @Override
        public List<Person> superiorsOf(String username, LocalDate day) {
            return List.of();
        }

        @Override
        public List<Person> holders(String role, String unit, LocalDate day) {
            return PEOPLE.values().stream()
                    .filter(p -> p.roles().contains(role) && p.unit().equals(unit))
                    .toList();
        }

        @Override
        public Set<String> representedBy(String username, LocalDate day) {
            return username.equals("wu.gang") && day.equals(TODAY) ? Set.of("li.qiang") : Set.of();
        }

        @Override
        public Optional<String> substituteOf(String username, LocalDate day) {
            return Optional.empty();
        }

        @Override
        public Optional<String> profileOf(String unit) {
            return Optional.of("general");
        }
    };

    @ParameterizedTest
    @CsvSource({
        "li.qiang, HEAD, sales-east, true",
        "li.qiang, HEAD, sales-west, false",
        "li.qiang, SUPV, sales-east, false",
        "li.qiang, , sales-east, true",
        "kong.wei, , sales-east, false",
        "guo.jie, LEGAL, , true",
        "wu.gang, LEGAL, , false",
        "wu.gang, HEAD, sales-east, true",
        "stranger, HEAD, sales-east, false",
        "stranger, , sales-east, false"
    })
    void aTaskOfAGroupWaitsForWhoeverBelongsToItAndForHisSubstitute(
            String username, String role, String unit, boolean waits) {
        var standing = Standing.of(username, DIRECTORY, TODAY);

        assertThat(standing.belongsTo(new Assignee(null, role, unit))).isEqualTo(waits);
    }

    private static Person person(String username, String unit, String role) {
        return new Person(username, username, null, unit, "general", null, null, Set.of(role), true);
    }
}
