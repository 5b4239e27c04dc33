package io.gendan.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UnitsTest {
    @TempDir
    Path folder;

    @Test
    void theDemoCompanyHasUnitsOfSeveralBusinessProfiles() {
        Units units = Units.read(Product.ROOT.resolve("deploy/identity/units.csv"));

        assertThat(units.byCode().values().stream().map(Units.Unit::profile).distinct())
                .hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void badRowsAndLoopsAreNamedWithTheirLine() throws IOException {
        Path file = Files.writeString(folder.resolve("units.csv"), """
                code,name,name_en,parent,profile
                AAA,甲,A,BBB,general
                BBB,乙,B,AAA,general
                CCC,丙,C,,fishing
                """);

        assertThatThrownBy(() -> Units.read(file))
                .hasMessageContainingAll(
                        "line 2 (AAA): its parents are a loop or do not exist: BBB",
                        "line 3 (BBB)",
                        "line 4 (CCC): unknown profile fishing");
    }
}
