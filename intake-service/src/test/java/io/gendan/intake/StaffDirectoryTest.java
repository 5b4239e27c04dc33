package io.gendan.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;
import io.gendan.events.performance.StaffEvent.StaffRegistered;
import io.gendan.events.performance.StaffEvent.Substitute;
import io.gendan.events.performance.UnitEvent.UnitRegistered;
import io.gendan.testing.Requirement;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a service knows of units and people from what performance tells. */
@QuarkusTest
class StaffDirectoryTest {
    private static final LocalDate TODAY = LocalDate.now(WorkingCalendar.SHANGHAI);

    @Inject
    IntakeFixture fixture;

    @Inject
    StaffDirectory directory;

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    private final String number = UUID.randomUUID().toString().substring(0, 8);

    @Test
    @Requirement("ORG-04")
    void aPersonIsKnownByNameAddressUnitLevelAndRoles() {
        unit("north", null, "trade");
        person("seller", "north", "L1", null, "SALES");

        assertThat(directory.find(named("seller")))
                .contains(new Person(
                        named("seller"),
                        "名seller",
                        "seller@gendan.example",
                        named("north"),
                        "trade",
                        "L1",
                        null,
                        Set.of("SALES"),
                        true));
        assertThat(directory.profileOf(named("north"))).contains("trade");
        assertThat(directory.profileOf("nowhere")).isEmpty();
        assertThat(directory.find("nobody.there")).isEmpty();
    }

    @Test
    void whatAnEarlierReleaseToldIsUnderstood() {
        fixture.register(named("old"), "L1", "SALES", null);

        assertThat(directory.find(named("old"))).get().satisfies(person -> {
            assertThat(person.name()).isEqualTo(named("old"));
            assertThat(person.email()).isNull();
            assertThat(person.profile()).isEqualTo("general");
        });
    }

    @Test
    @Requirement("SEC-17")
    void whatIsToldLateGivesNobodyBackWhatHeHasLost() {
        told("leaver", 1, NOON, null, "SALES");
        told("leaver", 3, NOON, TODAY.minusDays(1), "BIZ");
        told("leaver", 2, NOON.plusSeconds(5), null, "SALES"); // by a clock ahead of the others

        assertThat(directory.find(named("leaver"))).get().satisfies(person -> {
            assertThat(person.active()).isFalse();
            assertThat(person.roles()).containsExactly("BIZ");
        });
    }

    @Test
    void theSameToldAgainChangesNothingAndWhatIsToldLaterStillCounts() {
        told("changing", 2, NOON, null, "SALES");
        told("changing", 2, NOON, null, "SALES");
        assertThat(directory.find(named("changing")).orElseThrow().roles()).containsExactly("SALES");

        told("changing", 3, NOON.minusSeconds(5), null, "BIZ");
        assertThat(directory.find(named("changing")).orElseThrow().roles()).containsExactly("BIZ");
    }

    @Test
    void whatAnEarlierReleaseToldIsOldOrNewByItsTime() {
        told("mixed", 7, NOON, null, "BIZ");
        told("mixed", null, NOON.minusSeconds(1), null, "SALES");
        assertThat(directory.find(named("mixed")).orElseThrow().roles()).containsExactly("BIZ");

        told("mixed", null, NOON.plusSeconds(1), null, "HR");
        assertThat(directory.find(named("mixed")).orElseThrow().roles()).containsExactly("HR");
        told("mixed", 6, NOON.plusSeconds(2), null, "SALES");
        assertThat(directory.find(named("mixed")).orElseThrow().roles()).containsExactly("HR");
    }

    @Test
    void whatIsToldLateOfAUnitDoesNotReplaceWhatIsKnown() {
        told("east", 1, NOON, "trade");
        told("east", 3, NOON, "furniture");
        told("east", 2, NOON.plusSeconds(5), "trade");
        assertThat(directory.profileOf(named("east"))).contains("furniture");

        told("east", null, NOON.minusSeconds(1), "trade");
        assertThat(directory.profileOf(named("east"))).contains("furniture");
        told("east", 3, NOON, "furniture");
        told("east", 4, NOON.minusSeconds(5), "garment");
        assertThat(directory.profileOf(named("east"))).contains("garment");
    }

    @Test
    @Requirement("ORG-11")
    void superiorsComeNearestFirstUpToTheLeaderAndWithoutThoseOffDuty() {
        person("chairman", "hq", "LEADER", null, "LEAD");
        person("leader", "hq", "LEADER", "chairman", "LEAD");
        person("head", "hq", "HEAD", "leader", "HEAD");
        left("gone", "hq", "SUPERVISOR", "head", "SUPV", TODAY.minusDays(1));
        left("leaving", "hq", "SUPERVISOR", "gone", "SUPV", TODAY);
        person("seller", "hq", "L1", "leaving", "SALES");

        assertThat(names(directory.superiorsOf(named("seller"), TODAY))).containsExactly("leaving", "head", "leader");
        assertThat(names(directory.superiorsOf(named("seller"), TODAY.plusDays(1))))
                .containsExactly("head", "leader");
        assertThat(names(directory.superiorsOf(named("leader"), TODAY))).containsExactly("chairman");
        assertThat(directory.superiorsOf("nobody.there", TODAY)).isEmpty();
    }

    @Test
    @Requirement("ORG-11")
    void aLoopThatEventsCloseForAMomentIsFollowedOnceRound() {
        person("one", "hq", null, "two", "BIZ");
        person("two", "hq", null, "one", "BIZ");

        assertThat(names(directory.superiorsOf(named("one"), TODAY))).containsExactly("two");
    }

    @Test
    void whoHoldsARoleIsLookedForInTheUnitThenAboveItThenAnywhere() {
        unit("company", null, "general");
        unit("department", "company", "trade");
        unit("group", "department", "trade");
        unit("other", "company", "trade");
        String role = "ROLE-" + number;
        person("far", "other", null, null, role);

        assertThat(names(directory.holders(role, named("group"), TODAY))).containsExactly("far");
        person("top", "company", null, null, role);
        assertThat(names(directory.holders(role, named("group"), TODAY))).containsExactly("top");
        person("near1", "department", null, null, role);
        left("near2", "department", null, null, role, TODAY);
        assertThat(names(directory.holders(role, named("group"), TODAY))).containsExactly("near1", "near2");
        assertThat(names(directory.holders(role, named("group"), TODAY.plusDays(1))))
                .containsExactly("near1");
        assertThat(names(directory.holders(role, named("other"), TODAY))).containsExactly("far");
        assertThat(names(directory.holders(role, "nowhere", TODAY))).hasSize(4);
        assertThat(directory.holders("NOBODYS", named("group"), TODAY)).isEmpty();
    }

    @Test
    @Requirement("ORG-12")
    void aSubstituteIsKnownForTheDaysNamedAndNoLongerThanToldOf() {
        person("head", "hq", "HEAD", null, "HEAD");
        tell("away", "hq", "HEAD", null, null, "HEAD", List.of(days("head", 2, 4), days("other", 6, 6)));

        assertThat(directory.substituteOf(named("away"), TODAY.plusDays(1))).isEmpty();
        assertThat(directory.substituteOf(named("away"), TODAY.plusDays(2))).contains(named("head"));
        assertThat(directory.substituteOf(named("away"), TODAY.plusDays(4))).contains(named("head"));
        assertThat(directory.substituteOf(named("away"), TODAY.plusDays(5))).isEmpty();
        assertThat(directory.substituteOf(named("away"), TODAY.plusDays(6))).contains(named("other"));
        assertThat(directory.representedBy(named("head"), TODAY.plusDays(3))).containsExactly(named("away"));
        assertThat(directory.representedBy(named("head"), TODAY.plusDays(6))).isEmpty();

        tell("away", "hq", "HEAD", null, null, "HEAD", List.of());
        await().until(() ->
                directory.representedBy(named("head"), TODAY.plusDays(3)).isEmpty());
    }

    private Substitute days(String substitute, int from, int until) {
        return new Substitute(named(substitute), TODAY.plusDays(from), TODAY.plusDays(until));
    }

    private void person(String name, String unit, String level, String superior, String role) {
        left(name, unit, level, superior, role, null);
    }

    private void left(String name, String unit, String level, String superior, String role, LocalDate lastDay) {
        tell(name, unit, level, superior, lastDay, role, List.of());
    }

    private void tell(
            String name,
            String unit,
            String level,
            String superior,
            LocalDate lastDay,
            String role,
            List<Substitute> substitutes) {
        fixture.send(
                "performance-staff",
                new StaffRegistered(
                        UUID.nameUUIDFromBytes(named(name).getBytes()),
                        named(name),
                        named(unit),
                        "general",
                        level,
                        superior == null ? null : named(superior),
                        Set.of(role),
                        LocalDate.of(2020, 1, 1),
                        lastDay,
                        Instant.now(),
                        "名" + name,
                        name + "@gendan.example",
                        null,
                        null,
                        substitutes,
                        null));
        await().until(() -> directory.find(named(name)).isPresent());
    }

    private void unit(String code, String parent, String profile) {
        fixture.send(
                "performance-units",
                new UnitRegistered(
                        UUID.nameUUIDFromBytes(named(code).getBytes()),
                        named(code),
                        "单位",
                        "Unit",
                        parent == null ? null : named(parent),
                        parent == null ? "COMPANY" : "DEPARTMENT",
                        profile,
                        null,
                        false,
                        null,
                        Instant.now(),
                        null));
        await().until(() -> directory.profileOf(named(code)).isPresent());
    }

    /** Returns when it has been read: whoever is told of next is known then. */
    private void told(String name, Integer revision, Instant at, LocalDate lastDay, String role) {
        fixture.send(
                "performance-staff",
                new StaffRegistered(
                        UUID.nameUUIDFromBytes(named(name).getBytes()),
                        named(name),
                        named("hq"),
                        "general",
                        null,
                        null,
                        Set.of(role),
                        LocalDate.of(2020, 1, 1),
                        lastDay,
                        at,
                        name,
                        null,
                        null,
                        null,
                        List.of(),
                        revision));
        person("after-" + name + UUID.randomUUID(), "hq", null, null, role);
    }

    /** Returns when it has been read: the unit told of next is known then. */
    private void told(String code, Integer revision, Instant at, String profile) {
        fixture.send(
                "performance-units",
                new UnitRegistered(
                        UUID.nameUUIDFromBytes(named(code).getBytes()),
                        named(code),
                        "单位",
                        "Unit",
                        null,
                        "COMPANY",
                        profile,
                        null,
                        false,
                        null,
                        at,
                        revision));
        unit("after-" + code + UUID.randomUUID(), null, profile);
    }

    private String named(String name) {
        return name + "." + number;
    }

    private List<String> names(List<Person> people) {
        return people.stream()
                .map(person -> person.username().replace("." + number, ""))
                .toList();
    }
}
