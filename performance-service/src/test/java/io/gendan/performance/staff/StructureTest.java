package io.gendan.performance.staff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import io.gendan.performance.staff.StructureFault.Kind;
import io.gendan.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StructureTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private final Map<String, UnitDetails> units = new HashMap<>();
    private final Map<String, PersonDetails> people = new HashMap<>();

    @Test
    @Requirement({"ORG-02", "ORG-11", "ORG-16"})
    void aCompanyInOrderHasNoFaults() {
        company();

        assertThat(faults()).isEmpty();
        assertThat(structure().headOf("CO", TODAY)).contains("leader");
        assertThat(structure().headOf("DEP", TODAY)).contains("head");
        assertThat(structure().headOf("GRP", TODAY)).contains("supervisor");
        assertThat(structure().headOf("SHP", TODAY)).contains("manager");
    }

    @Test
    @Requirement("ORG-02")
    void aUnitWithoutPeopleNeedsNobodyYet() {
        unit("CO", null, UnitKind.COMPANY);
        unit("DEP", "CO", UnitKind.DEPARTMENT);

        assertThat(faults()).isEmpty();
    }

    @Test
    @Requirement("ORG-02")
    void aDepartmentHasExactlyOneHead() {
        company();
        people.remove("head");
        people.computeIfPresent("supervisor", (_, p) -> under(p, "leader"));
        people.computeIfPresent("manager", (_, p) -> under(p, "leader"));
        person("clerk", "DEP", "leader", "CS");
        assertThat(faults()).containsExactly(StructureFault.ofUnit(Kind.WITHOUT_HEAD, "DEP"));

        company();
        person("second", "DEP", "leader", "HEAD");
        assertThat(faults()).containsExactly(new StructureFault(Kind.SECOND_HEAD, "DEP", "second", null));
        assertThat(structure().headOf("DEP", TODAY)).isEmpty();
    }

    @Test
    @Requirement("ORG-02")
    void aGroupHasExactlyOneSupervisorAndAMerchandiserWhereItIsForMerchandising() {
        company();
        person("second", "GRP", "head", "SUPV");
        people.remove("merchandiser");
        units.computeIfPresent("SHP", (_, u) -> withMerchandiser(u, null));

        assertThat(faults())
                .containsExactlyInAnyOrder(
                        new StructureFault(Kind.SECOND_HEAD, "GRP", "supervisor", null),
                        StructureFault.ofUnit(Kind.GROUP_WITHOUT_MERCHANDISER, "GRP"),
                        StructureFault.ofUnit(Kind.SHOP_WITHOUT_MERCHANDISER, "SHP"));
    }

    @Test
    @Requirement("ORG-02")
    void somebodyNamedMayHeadAUnitThoughHisRoleDoesNotSaySo() {
        company();
        units.put("DEP", new UnitDetails("部", "Dep", "CO", null, "trade", "leader", false, false, null));
        people.computeIfPresent("head", (_, p) -> withRole(p, "BIZ"));

        assertThat(faults()).isEmpty();
        assertThat(structure().headOf("DEP", TODAY)).contains("leader");

        units.put("DEP", new UnitDetails("部", "Dep", "CO", null, "trade", "nobody", false, false, null));
        assertThat(faults()).containsExactly(new StructureFault(Kind.HEAD_UNKNOWN, "DEP", null, "nobody"));
    }

    @Test
    @Requirement("ORG-03")
    void thereIsOneControllingUnit() {
        company();
        units.put("DEP", controlling("DEP"));
        assertThat(faults()).isEmpty();
        units.put("GRP", controlling("GRP"));

        assertThat(faults()).containsExactly(StructureFault.ofUnit(Kind.SECOND_CONTROLLING_UNIT, "GRP"));
    }

    @Test
    @Requirement("ORG-16")
    void aGuideBelongsToAShopAndTheShopsMerchandiserIsOne() {
        company();
        person("lost", "DEP", "head", "GUIDE");
        units.computeIfPresent("SHP", (_, u) -> withMerchandiser(u, "guide"));

        assertThat(faults())
                .containsExactly(
                        new StructureFault(Kind.MERCHANDISER_UNFIT, "SHP", null, "guide"),
                        new StructureFault(Kind.GUIDE_WITHOUT_SHOP, "DEP", "lost", null));
    }

    @ParameterizedTest
    @CsvSource({
        "COMPANY, DEPARTMENT, false", "COMPANY, COMPANY, true", "DEPARTMENT, GROUP, false", "DEPARTMENT, SHOP, false",
        "DEPARTMENT, DEPARTMENT, true", "GROUP, GROUP, false", "GROUP, SHOP, false", "SHOP, DEPARTMENT, true"
    })
    @Requirement("ORG-02")
    void unitsStandBelowUnitsOfAFittingKind(UnitKind kind, UnitKind parent, boolean fits) {
        unit("TOP", null, UnitKind.COMPANY);
        unit("MID", parent == UnitKind.COMPANY ? null : "TOP", parent);
        unit("LOW", "MID", kind);

        assertThat(faults().contains(StructureFault.ofUnit(Kind.PARENT_KIND, "LOW")))
                .isEqualTo(!fits);
    }

    @Test
    @Requirement("ORG-02")
    void unitsNeitherLoopNorHangInTheAir() {
        unit("ONE", "TWO", UnitKind.DEPARTMENT);
        unit("TWO", "ONE", UnitKind.DEPARTMENT);
        unit("AIR", "NOWHERE", UnitKind.DEPARTMENT);

        assertThat(faults())
                .containsExactly(
                        StructureFault.ofUnit(Kind.PARENT_UNKNOWN, "AIR"),
                        StructureFault.ofUnit(Kind.PARENT_LOOP, "ONE"),
                        StructureFault.ofUnit(Kind.PARENT_LOOP, "TWO"));
    }

    @Test
    @Requirement("ORG-11")
    void superiorsNeitherLoopNorAreMissingNorGone() {
        company();
        people.computeIfPresent("head", (_, p) -> under(p, "supervisor"));
        assertThat(faults())
                .containsExactly(
                        StructureFault.ofPerson(Kind.SUPERIOR_LOOP, "head", "supervisor"),
                        StructureFault.ofPerson(Kind.SUPERIOR_LOOP, "supervisor", "head"));

        company();
        people.computeIfPresent("seller", (_, p) -> under(p, "seller"));
        assertThat(faults()).containsExactly(StructureFault.ofPerson(Kind.SUPERIOR_LOOP, "seller", "seller"));

        company();
        people.computeIfPresent("seller", (_, p) -> under(p, "nobody"));
        assertThat(faults()).containsExactly(StructureFault.ofPerson(Kind.SUPERIOR_UNKNOWN, "seller", "nobody"));

        company();
        people.computeIfPresent("leader", (_, p) -> leaving(p, TODAY.minusDays(1)));
        assertThat(faults()).containsExactly(StructureFault.ofPerson(Kind.SUPERIOR_GONE, "head", "leader"));
    }

    @Test
    @Requirement("ORG-11")
    void whatWasBrokenBeforeIsNoReasonToRefuseSomethingElse() {
        company();
        people.computeIfPresent("seller", (_, p) -> under(p, "nobody"));
        var before = structure();
        var renamed = before.withPeople(Map.of("guide", withRole(people.get("guide"), "GUIDE")));
        var worse = before.withPeople(Map.of("guide", under(people.get("guide"), "nobody")));

        assertThat(renamed.brokenSince(before, Set.of(TODAY))).isEmpty();
        assertThat(worse.brokenSince(before, Set.of(TODAY)))
                .containsExactly(StructureFault.ofPerson(Kind.SUPERIOR_UNKNOWN, "guide", "nobody"));
    }

    @Test
    @Requirement({"ORG-11", "SEC-17"})
    void aLastDayIsJudgedByTheDayAfterIt() {
        company();
        var before = structure();
        LocalDate last = TODAY.plusDays(30);
        var after = before.withPeople(Map.of("supervisor", leaving(people.get("supervisor"), last)));

        assertThat(Structures.days(before, after, TODAY)).containsExactly(TODAY, last.plusDays(1));
        assertThat(after.brokenSince(before, Set.of(TODAY, last))).isEmpty();
        assertThat(after.brokenSince(before, Set.of(last.plusDays(1))))
                .containsExactly(
                        StructureFault.ofUnit(Kind.WITHOUT_HEAD, "GRP"),
                        StructureFault.ofPerson(Kind.SUPERIOR_GONE, "merchandiser", "supervisor"),
                        StructureFault.ofPerson(Kind.SUPERIOR_GONE, "seller", "supervisor"));
        assertThat(before.headedBy("supervisor", last)).containsExactly("GRP");
        assertThat(before.below("supervisor", last)).containsExactly("merchandiser", "seller");
    }

    @Test
    @Requirement("ORG-11")
    void nobodyComesUnderWhoIsKnownToLeave() {
        company();
        LocalDate last = TODAY.plusDays(30);
        people.computeIfPresent("supervisor", (_, p) -> leaving(p, last));
        var before = structure();
        var under = before.withPeople(Map.of("guide", under(people.get("guide"), "supervisor")));
        var elsewhere = before.withPeople(Map.of("guide", under(people.get("guide"), "head")));

        assertThat(Structures.days(before, under, TODAY)).containsExactly(TODAY, last.plusDays(1));
        assertThat(under.brokenSince(before, Structures.days(before, under, TODAY)))
                .containsExactly(StructureFault.ofPerson(Kind.SUPERIOR_GONE, "guide", "supervisor"));
        assertThat(Structures.days(before, elsewhere, TODAY)).containsExactly(TODAY);
        assertThat(Structures.days(before, under, last.plusDays(2))).containsExactly(last.plusDays(2));
    }

    @Test
    @Requirement({"ORG-02", "ORG-16"})
    void whoIsNamedForAUnitIsJudgedByHisLastDayAsWell() {
        company();
        people.computeIfPresent("leader", (_, p) -> leaving(p, TODAY.plusDays(30)));
        people.computeIfPresent("head", (_, p) -> withRole(p, "BIZ"));
        var before = structure();
        var headed = before.withUnits(
                Map.of("DEP", new UnitDetails("部", "Dep", "CO", null, "trade", "leader", false, false, null)));

        assertThat(headed.brokenSince(before, Set.of(TODAY))).isEmpty();
        assertThat(headed.brokenSince(before, Structures.days(before, headed, TODAY)))
                .contains(new StructureFault(Kind.HEAD_UNKNOWN, "DEP", null, "leader"));
    }

    private void company() {
        units.clear();
        people.clear();
        unit("CO", null, UnitKind.COMPANY);
        unit("DEP", "CO", UnitKind.DEPARTMENT);
        units.put("GRP", new UnitDetails("组", "Group", "DEP", UnitKind.GROUP, "trade", null, true, false, null));
        units.put(
                "SHP", new UnitDetails("店", "Shop", "DEP", UnitKind.SHOP, "trade", null, false, false, "merchandiser"));
        person("leader", "CO", null, "LEAD");
        person("head", "DEP", "leader", "HEAD");
        person("supervisor", "GRP", "head", "SUPV");
        person("seller", "GRP", "supervisor", "SALES");
        person("merchandiser", "GRP", "supervisor", "MERCH");
        person("manager", "SHP", "head", "SHOP");
        person("guide", "SHP", "manager", "GUIDE");
    }

    private void unit(String code, String parent, UnitKind kind) {
        units.put(code, new UnitDetails("单位", "Unit", parent, kind, "trade", null, false, false, null));
    }

    private UnitDetails controlling(String code) {
        var unit = units.get(code);
        return new UnitDetails(
                unit.name(),
                unit.nameEn(),
                unit.parent(),
                unit.kind(),
                unit.profile(),
                null,
                unit.merchandising(),
                true,
                null);
    }

    private static UnitDetails withMerchandiser(UnitDetails unit, String merchandiser) {
        return new UnitDetails(
                unit.name(),
                unit.nameEn(),
                unit.parent(),
                unit.kind(),
                unit.profile(),
                null,
                unit.merchandising(),
                false,
                merchandiser);
    }

    private void person(String username, String unit, String superior, String... roles) {
        people.put(username, details(unit, superior, new TreeSet<>(List.of(roles)), null));
    }

    private static PersonDetails under(PersonDetails person, String superior) {
        return details(person.unit(), superior, person.roles(), person.activeUntil());
    }

    private static PersonDetails withRole(PersonDetails person, String role) {
        return details(person.unit(), person.superior(), new TreeSet<>(Set.of(role)), person.activeUntil());
    }

    private static PersonDetails leaving(PersonDetails person, LocalDate last) {
        return details(person.unit(), person.superior(), person.roles(), last);
    }

    private static PersonDetails details(String unit, String superior, SortedSet<String> roles, LocalDate until) {
        return new PersonDetails(
                "姓名",
                null,
                unit,
                null,
                superior,
                roles,
                null,
                LocalDate.of(2020, 1, 1),
                until,
                null,
                BigDecimal.TEN,
                null,
                null);
    }

    private Structure structure() {
        return new Structure(units, people);
    }

    private Set<StructureFault> faults() {
        return structure().faults(TODAY);
    }
}
