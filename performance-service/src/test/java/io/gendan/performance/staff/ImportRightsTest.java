package io.gendan.performance.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.core.sheet.RowFault;
import io.gendan.rulebook.Rulebook;
import io.gendan.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who may take the register over from files: at first, and once there is somebody in it. */
class ImportRightsTest {
    private static final Structure NOBODY = new Structure(Map.of(), Map.of());
    private static final Structure SOMEBODY = new Structure(Map.of(), Map.of("kim", person("SALES")));

    private final RegisterRights rights = new RegisterRights();

    @ParameterizedTest
    @Requirement("ORG-01")
    @ValueSource(strings = {"HR", "LEAD"})
    void hrAndTheLeaderInChargeAlwaysDo(String role) {
        rights.requireImport(act(role), "staff", NOBODY);
        rights.requireImport(act(role), "staff", SOMEBODY);
    }

    @Test
    @Requirement("ORG-01")
    void theAdministratorTakesOverTheFirstPeopleOnly() {
        rights.requireImport(act("ADMIN"), "staff", NOBODY);

        assertThatExceptionOfType(Problem.NotAllowed.class)
                .isThrownBy(() -> rights.requireImport(act("ADMIN"), "staff", SOMEBODY));
        assertThatExceptionOfType(Problem.NotAllowed.class)
                .isThrownBy(() -> rights.requireImport(act("HEAD"), "staff", NOBODY));
    }

    @Test
    @Requirement("ORG-01")
    void whoTakesOverTheFirstPeopleIsOneOfThemOnlyInTheRolesHeHas() {
        assertThat(Imports.refuseOwnEntry(rows("ADMIN"), NOBODY, act("ADMIN"))).isEmpty();
        assertThat(Imports.refuseOwnEntry(rows("ADMIN", "LEAD"), NOBODY, act("ADMIN")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("not-about-oneself"));
        assertThat(Imports.refuseOwnEntry(rows("ADMIN"), SOMEBODY, act("ADMIN")))
                .hasSize(1);
    }

    @Test
    @Requirement("ORG-02")
    void nobodyPutsHimselfAtTheHeadOfAUnitOrInChargeOfAShopByAFile() {
        assertThat(refusedPlaces(SOMEBODY, "importer", null)).containsExactly("head");
        assertThat(refusedPlaces(SOMEBODY, null, "importer")).containsExactly("merchandiser");
        assertThat(refusedPlaces(SOMEBODY, "kim", "kim")).isEmpty();
        assertThat(refusedPlaces(NOBODY, "importer", null))
                .as("the first units of all")
                .isEmpty();

        var headed = new UnitChange("名", null, null, null, "general", "importer", null, null, null, null);
        var known = new Structure(Map.of("CO", headed.ofNew()), SOMEBODY.people());
        assertThat(refusedPlaces(known, "importer", null)).as("has it already").isEmpty();
    }

    /** The columns of a row on unit CO that are refused; then the row is not taken. */
    private static List<String> refusedPlaces(Structure before, String head, String merchandiser) {
        var change = new UnitChange("新名", null, null, null, "general", head, null, null, merchandiser, null);
        var rows = new LinkedHashMap<>(Map.of("CO", new UnitRow(2, "CO", change)));
        var refused = Imports.refuseOwnPlace(rows, before, act("LEAD"));
        assertThat(rows.isEmpty()).isEqualTo(!refused.isEmpty());
        return refused.stream().map(RowFault::field).toList();
    }

    private static Map<String, StaffRow> rows(String... roles) {
        var change = new PersonChange(
                "姓名",
                null,
                "CO",
                null,
                "leader",
                new TreeSet<>(List.of(roles)),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new LinkedHashMap<>(Map.of("importer", new StaffRow(2, "importer", change)));
    }

    private static PersonDetails person(String role) {
        return new PersonDetails(
                "姓名",
                null,
                "CO",
                null,
                null,
                new TreeSet<>(Set.of(role)),
                null,
                LocalDate.of(2020, 1, 1),
                null,
                null,
                null,
                null,
                null);
    }

    private static Act act(String role) {
        return new Act("importer", Set.of(role), Instant.parse("2026-11-25T04:00:00Z"), Rulebook.load());
    }
}
