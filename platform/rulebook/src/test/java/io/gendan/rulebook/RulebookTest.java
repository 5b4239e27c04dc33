package io.gendan.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RulebookTest {

    private static final Rulebook RULEBOOK = Rulebook.load();

    @Test
    void theIndexListsEveryRuleFile() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/rulebook"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")))
                    .containsExactlyInAnyOrderElementsOf(RuleFiles.onClassPath().keySet());
        }
    }

    @Test
    void everyClauseIsReadInTheCallersLanguageAndChineseOtherwise() {
        Clause clause = clause("000 §3.1");

        assertThat(clause.text(Locale.CHINA)).startsWith("接单权限");
        assertThat(clause.text(Locale.FRANCE)).startsWith("接单权限");
        assertThat(clause.text(Locale.UK)).startsWith("Authority");
    }

    @Test
    void aRegulationHoldsItsClauses() {
        assertThat(RULEBOOK.regulations()).anySatisfy(regulation -> {
            assertThat(regulation.id()).isEqualTo("000");
            assertThat(regulation.title(Locale.ENGLISH)).isEqualTo("Order taking by employees");
            assertThat(regulation.clauses()).contains(clause("000 §3.1"));
        });
    }

    @Test
    void everyVersionCitesAClauseOfTheRulebook() {
        assertThat(RULEBOOK.versions())
                .allSatisfy(version -> assertThat(RULEBOOK.clauses()).contains(version.clause()));
    }

    private static Clause clause(String citation) {
        return RULEBOOK.clauses().stream()
                .filter(clause -> clause.citation().equals(citation))
                .findFirst()
                .orElseThrow();
    }
}
