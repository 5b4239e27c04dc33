package io.gendan.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A rule that the code names is asked somewhere; otherwise it belongs under not-read-yet, or here. */
class ReadersTest {
    private static final Path ROOT = Path.of("../..");

    /** Their parameters are checked already by records of their own. */
    private static final Map<String, String> NOT_ASKED_YET = Map.of(
            "intake.lead-time.unit", "retail orders are not built yet",
            "quote.assessment.limit", "the assessment of inquiries is not built yet",
            "quote.review.limit", "the assessment of inquiries is not built yet",
            "quote.inform-customer.limit", "the assessment of inquiries is not built yet",
            "settle.dunning.steps", "collection is not built yet",
            "settle.report-booked.limit", "reports of receipts are not built yet");

    @Test
    void everyRuleThatIsDeclaredIsAskedOrListedWithItsReason() throws IOException {
        String sources = sources();
        var unasked = new TreeSet<String>();
        for (Class<?> area : List.of(
                IntakeRules.class,
                QuoteRules.class,
                ContractRules.class,
                FulfillmentRules.class,
                SettlementRules.class,
                AftersalesRules.class,
                ReviewRules.class,
                StaffRules.class,
                PeopleRules.class,
                RegisterRules.class,
                SecurityRules.class))
            Arrays.stream(area.getFields())
                    .filter(field -> field.getType() == Rule.class)
                    .filter(field -> !isAsked(area, field, sources))
                    .forEach(field -> unasked.add(keyOf(field)));

        assertThat(unasked).isEqualTo(new TreeSet<>(NOT_ASKED_YET.keySet()));
    }

    /** By a service, or by its own area, which hands it out. */
    private static boolean isAsked(Class<?> area, Field field, String sources) {
        String own = read(Path.of("src/main/java/io/gendan/rulebook", area.getSimpleName() + ".java"));
        return Pattern.compile(area.getSimpleName() + "\\s*\\.\\s*" + field.getName() + "\\b")
                        .matcher(sources)
                        .find()
                || Pattern.compile("\\b" + field.getName() + "\\b")
                                .matcher(own)
                                .results()
                                .count()
                        > 1;
    }

    private static String keyOf(Field field) {
        try {
            return ((Rule<?>) field.get(null)).key();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sources() throws IOException {
        var text = new StringBuilder();
        for (Path folder : List.of(ROOT, ROOT.resolve("platform")))
            try (Stream<Path> modules = Files.list(folder)) {
                modules.map(module -> module.resolve("src/main/java"))
                        .filter(Files::isDirectory)
                        .filter(module -> !module.toString().contains("system-tests"))
                        .forEach(module -> text.append(sourcesOf(module)));
            }
        return text.toString();
    }

    private static String sourcesOf(Path module) {
        try (Stream<Path> files = Files.walk(module)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ReadersTest::read)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
