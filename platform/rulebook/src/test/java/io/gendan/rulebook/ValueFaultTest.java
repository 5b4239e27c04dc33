package io.gendan.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a wrong value is told, for every type of parameter and in both languages. */
class ValueFaultTest {

    private static final Pattern CODE = Pattern.compile(
            "(?:new ValueFault\\(|ValueFault\\.of\\([^,]+, |Check\\.require\\([^;]*?\"[a-zA-Z]+\",\\s*|tree\\([^;]*?)\\s*\"([a-z-]+)\"");

    private static final Map<ParameterType, List<String>> WRONG = Map.ofEntries(
            Map.entry(ParameterType.INTEGER, List.of("1.5", "\"three\"", "null", "[1]")),
            Map.entry(ParameterType.NUMBER, List.of("\"three\"", "true", "null")),
            Map.entry(ParameterType.MONEY, List.of("-1", "\"much\"", "null")),
            Map.entry(ParameterType.PERCENT, List.of("-0.1", "\"half\"")),
            Map.entry(ParameterType.BOOLEAN, List.of("\"yes\"", "1", "null")),
            Map.entry(ParameterType.TEXT, List.of("3", "\" \"", "null")),
            Map.entry(ParameterType.ROLE, List.of("\"BOSS\"", "3")),
            Map.entry(ParameterType.CHOICE, List.of("\"sometimes\"", "false")),
            Map.entry(ParameterType.TIME, List.of("\"25:00\"", "\"noon\"", "12")),
            Map.entry(
                    ParameterType.WINDOW, List.of("\"18:00–17:00\"", "\"17:00–17:00\"", "\"17:00\"", "\"a–b\"", "17")),
            Map.entry(ParameterType.DAYS_OF_MONTH, List.of("\"20–15\"", "\"0–3\"", "\"29–32\"", "\"soon\"", "5")),
            Map.entry(ParameterType.DURATION, List.of("\"2 weeks\"", "\"-2 wh\"", "\"soon\"", "2")),
            Map.entry(ParameterType.PERIOD, List.of("\"1 week\"", "\"\"", "12")),
            Map.entry(
                    ParameterType.CONDITION,
                    List.of(
                            "\"amount >\"",
                            "\"weight > 3\"",
                            "\"amount\"",
                            "\"amount > 1.5\"",
                            "3",
                            "\"" + "!".repeat(501) + "\"")),
            Map.entry(
                    ParameterType.TABLE,
                    List.of(
                            "3",
                            "[3]",
                            "[{}]",
                            "[{\"from\": 1, \"nap\": 2}]",
                            "[{\"from\": 2}]",
                            "[{\"from\": 1}, {\"from\": 1}]")));

    @ParameterizedTest
    @EnumSource
    void everyTypeSaysWhatIsWrongInBothLanguages(ParameterType type) {
        assertThat(WRONG).containsOnlyKeys(EnumSet.allOf(ParameterType.class));
        for (String value : WRONG.get(type)) {
            var fault = catchThrowableOfType(
                    ValueFault.class, () -> spec(type, false).read(json(value)));

            assertThat(fault).as("%s %s", type, value).isNotNull();
            assertThat(text(fault, Locale.ENGLISH))
                    .isEqualTo(fault.getMessage())
                    .matches("[\\x00-\\x7f–]+");
            assertThat(text(fault, Locale.CHINESE))
                    .containsPattern("\\p{IsHan}")
                    .doesNotContainPattern("\\{\\d}");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TABLE")
    void aListOfAnyTypeSaysSo(ParameterType type) {
        String first = WRONG.get(type).getFirst();

        assertThat(catchThrowableOfType(ValueFault.class, () -> spec(type, true).read(json("\"alone\"")))
                        .code())
                .isEqualTo("not-a-list");
        assertThat(catchThrowableOfType(ValueFault.class, () -> spec(type, true).read(json("[" + first + "]"))))
                .isNotNull();
    }

    @Test
    void everyCodeInTheCodeHasATextInBothLanguagesAndNoOther() {
        Set<String> used = new TreeSet<>();
        for (String source : sources())
            CODE.matcher(source)
                    .results()
                    .map(found -> "field." + found.group(1))
                    .forEach(used::add);

        assertThat(texts(Locale.ENGLISH).keySet()).containsExactlyInAnyOrderElementsOf(used);
        assertThat(texts(Locale.CHINESE).keySet()).containsExactlyInAnyOrderElementsOf(used);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 13})
    void aDayHasSpansAndNotTooMany(int spans) {
        var many = Collections.nCopies(spans, TimeWindow.parse("08:00–09:00"));

        var fault = catchThrowableOfType(
                ValueFault.class, () -> new StaffRules.WorkingWeek(Set.of(DayOfWeek.MONDAY), 8, many));

        assertThat(fault.parameter()).isEqualTo("spans");
        assertThat(fault.code()).isEqualTo(spans == 0 ? "empty" : "too-many");
    }

    private static ParameterSpec spec(ParameterType type, boolean many) {
        var from = new ParameterSpec(
                "from", ParameterType.INTEGER, false, false, Set.of(), List.of(), Map.of(), 1, Set.of());
        return new ParameterSpec(
                "parameter",
                type,
                many,
                false,
                type == ParameterType.CHOICE ? Set.of("always", "never") : Set.of(),
                type == ParameterType.TABLE ? List.of(from) : List.of(),
                type == ParameterType.CONDITION ? Map.of("amount", VariableType.MONEY) : Map.of(),
                null,
                Set.of("HEAD"));
    }

    private static String text(ValueFault fault, Locale locale) {
        String text = texts(locale).getString("field." + fault.code());
        for (int i = 0; i < fault.arguments().size(); i++)
            text = text.replace("{" + i + "}", String.valueOf(fault.arguments().get(i)));
        return text;
    }

    private static ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle(
                ValueFault.TEXTS,
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static List<String> sources() {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/gendan/rulebook"))) {
            return files.map(ValueFaultTest::source).collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks that name their parameter themselves count as a demand with its code. */
    private static String source(Path file) {
        try {
            String text = Files.readString(file);
            return file.endsWith("Check.java")
                    ? Arrays.stream(text.split("\n"))
                            .map(line -> line.replaceAll("require\\(.*, parameter, ", "new ValueFault("))
                            .collect(Collectors.joining("\n"))
                    : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
