package io.gendan.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes target/traceability.md: each requirement with the tests that prove it, gathered from what every module's tests
 * have left in target/requirements.csv. An id that docs/requirements.md does not know fails the build.
 */
public final class Traceability {
    private static final Pattern ROW = Pattern.compile("^\\| *([A-Z]{2,4}-\\d{2,3}) *\\| *([^|]*)\\|.*");
    private static final int SHORT = 100;

    private Traceability() {}

    public static void main(String[] arguments) throws IOException {
        Path product = Path.of(arguments[0]).toAbsolutePath().normalize();
        Map<String, String> requirements = requirements(product.resolve("docs/requirements.md"));
        Map<String, SortedSet<String>> tests = tests(product);
        List<String> unknown = tests.keySet().stream()
                .filter(id -> !requirements.containsKey(id))
                .map(id -> id + ": " + String.join(", ", tests.get(id)))
                .toList();
        if (!unknown.isEmpty())
            throw new IllegalStateException(
                    "tests prove requirements that do not exist: " + String.join("; ", unknown));
        Path table = product.resolve("target/traceability.md");
        Files.createDirectories(table.getParent());
        Files.write(table, table(requirements, tests));
    }

    private static Map<String, String> requirements(Path catalogue) throws IOException {
        var requirements = new LinkedHashMap<String, String>();
        for (String line : Files.readAllLines(catalogue)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) requirements.put(row.group(1), row.group(2).strip());
        }
        return requirements;
    }

    private static Map<String, SortedSet<String>> tests(Path product) throws IOException {
        var tests = new TreeMap<String, SortedSet<String>>();
        for (Path report : reports(product))
            for (String line : Files.readAllLines(report)) {
                String[] fields = line.split(",", 3);
                if (fields.length == 3)
                    tests.computeIfAbsent(fields[0], _ -> new TreeSet<>())
                            .add(fields[1].substring(fields[1].lastIndexOf('.') + 1) + "." + fields[2]);
            }
        return tests;
    }

    private static List<Path> reports(Path product) throws IOException {
        try (Stream<Path> modules = Stream.concat(Files.list(product), Files.list(product.resolve("platform")))) {
            return Stream.concat(modules, Stream.of(product.resolve("deploy/local")))
                    .map(module -> module.resolve("target/requirements.csv"))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        }
    }

    private static List<String> table(Map<String, String> requirements, Map<String, SortedSet<String>> tests) {
        var lines = new ArrayList<String>();
        lines.add("# Requirements and the tests that prove them\n");
        lines.add("%d of %d requirements are proved by a test that has run and passed.\n"
                .formatted(tests.size(), requirements.size()));
        lines.add("| Requirement | | Tests |");
        lines.add("|---|---|---|");
        tests.forEach((id, proofs) -> lines.add(
                "| %s | %s | %s |".formatted(id, shortened(requirements.get(id)), String.join("<br>", proofs))));
        return lines;
    }

    private static String shortened(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT) + " …";
    }
}
