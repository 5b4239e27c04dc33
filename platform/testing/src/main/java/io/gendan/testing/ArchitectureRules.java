package io.gendan.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.gendan.core.store.Aggregate;
import io.quarkus.security.Authenticated;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** What holds for the code of every service. A service's own test extends this and names its package. */
public abstract class ArchitectureRules {
    private static final String[] SERVICES = {"intake", "contract", "fulfillment", "aftersales", "performance"};

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");

    /** Percents are parts of a hundred wherever they come from, and a day follows the one before. */
    private static final Pattern OF_A_REGULATION =
            Pattern.compile("(?:Duration|Period|LocalTime)\\.of\\w*\\(\\s*\\d[^)]*\\)"
                    + "|\\.(?:plus|minus)(?:Days|Weeks|Months|Years|Hours|Minutes)\\(\\s*(?!1\\b)\\d[^)]*\\)"
                    + "|new BigDecimal\\(\"[^)]*\\)|BigDecimal\\.valueOf\\((?!100\\))\\d[^)]*\\)"
                    + "|\"\\d{1,2}:\\d{2}\"|\"\\d+(?:\\.\\d+)? ?(?:wh|wd|d|min)\"");

    private final String service;
    private final JavaClasses code;

    protected ArchitectureRules(String service) {
        this.service = service;
        this.code = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.gendan." + service);
    }

    @Test
    void noServiceDependsOnAnother() {
        String[] others = Stream.of(SERVICES)
                .filter(s -> !s.equals(service))
                .map(s -> "io.gendan." + s + "..")
                .toArray(String[]::new);
        noClasses().should().dependOnClassesThat().resideInAnyPackage(others).check(code);
    }

    @Test
    void aggregatesKnowNeitherHttpNorKafka() {
        noClasses()
                .that()
                .areAssignableTo(Aggregate.class)
                .or()
                .areEnums()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "jakarta.ws.rs..",
                        "org.jboss.resteasy..",
                        "org.apache.kafka..",
                        "org.eclipse.microprofile.reactive..",
                        "io.smallrye.reactive..",
                        "jakarta.inject.."))
                .allowEmptyShould(true)
                .check(code);
    }

    @Test
    void aggregatesReadNoClock() {
        noClasses()
                .that()
                .areAssignableTo(Aggregate.class)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .allowEmptyShould(true)
                .check(code);
    }

    /** Tests too: on a machine of another zone, today is another day for some hours of each day. */
    @Test
    void whoAsksForTodaySaysWhere() {
        noClasses()
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .check(new ClassFileImporter().importPackages("io.gendan." + service));
    }

    /** Lengths of time, amounts and times of day are what regulations state: they are parameters of rules, not of code. */
    @Test
    void noNumberOfARegulationStandsInTheCode() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String source = COMMENT.matcher(Files.readString(file)).replaceAll("");
                assertThat(OF_A_REGULATION.matcher(source).results().map(MatchResult::group))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void everyTextIsThereInBothLanguages() {
        Set<String> chinese = textKeys(Locale.CHINESE);
        Set<String> english = textKeys(Locale.ENGLISH);

        assertThat(english).as("problems_en").isNotEmpty().isEqualTo(chinese);
    }

    /** States are words of their own in English, so that only Chinese has terms for them. */
    private static Set<String> textKeys(Locale locale) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        var keys = new TreeSet<>(
                ResourceBundle.getBundle("problems", locale, control).keySet());
        keys.removeIf(key -> key.startsWith("term."));
        return keys;
    }

    /** A resource may say once who reads it; who changes something is said at each act. */
    @Test
    void everyActSaysWhoMayDoIt() {
        methods()
                .that()
                .areAnnotatedWith(POST.class)
                .or()
                .areAnnotatedWith(PUT.class)
                .or()
                .areAnnotatedWith(PATCH.class)
                .or()
                .areAnnotatedWith(DELETE.class)
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(Authenticated.class)
                .check(code);
    }

    @Test
    void entitiesArePackagePrivate() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .and(not(resideInAnyPackage("io.gendan.core..")))
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true)
                .check(code);
    }
}
