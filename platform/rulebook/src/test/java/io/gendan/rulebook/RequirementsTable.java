package io.gendan.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The catalogue of requirements, read from the documentation: its row ids, roles, and table of rule parameters. */
final class RequirementsTable {

    /** One key of the table of rule parameters, with what its row says about it. */
    record Row(String key, String defaults, String unit, Set<String> clauses, Set<String> requirements) {

        @Override
        public String toString() {
            return key;
        }
    }

    private static final Path FILE = Path.of("../../docs/requirements.md");
    private static final Pattern ID =
            Pattern.compile("^\\| ((?:INT|QUO|CON|FUL|SET|AFT|PER|SUP|SEC|ORG|INF)-\\d+) \\|");
    private static final Pattern ROLE = Pattern.compile("^\\| ([A-Z]{2,7}) \\| ");

    private RequirementsTable() {}

    static Set<String> ids() {
        return found(lines(), ID);
    }

    /** The clauses that each requirement comes from. */
    static Map<String, Set<String>> sources() {
        Map<String, Set<String>> sources = new TreeMap<>();
        for (String line : lines()) {
            if (!ID.matcher(line).find()) continue;
            List<String> cells =
                    Arrays.stream(line.split("\\|")).map(String::strip).toList();
            sources.put(cells.get(1), clauses(cells.get(3)));
        }
        return sources;
    }

    static Set<String> roles() {
        List<String> lines = lines();
        int start = lines.indexOf("# (a) Roles and who may do what");
        int table = lines.subList(start, lines.size()).indexOf("| Code | Role | Note |");
        List<String> rest = lines.subList(start + table, lines.size());
        return found(rest.subList(0, rest.indexOf("")), ROLE);
    }

    static List<Row> rows() {
        List<String> lines = lines();
        return lines.subList(lines.indexOf("# (b) Rule parameters"), lines.indexOf("# (c) State machines")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Key |"))
                .flatMap(line -> split(line).stream())
                .toList();
    }

    private static List<Row> split(String line) {
        List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
        List<String> keys = keys(cells.get(1));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            rows.add(new Row(
                    keys.get(i),
                    part(cells.get(2), i, keys.size()),
                    part(cells.get(3), i, keys.size()),
                    clauses(cells.get(5)),
                    requirements(cells.get(6))));
        }
        return rows;
    }

    /** {@code a.b / c} stands for {@code a.b} and {@code a.c}. */
    private static List<String> keys(String cell) {
        String[] alternatives = cell.split(" / ");
        List<String> first = List.of(alternatives[0].split("\\."));
        List<String> keys = new ArrayList<>(List.of(alternatives[0]));
        for (String alternative : List.of(alternatives).subList(1, alternatives.length)) {
            String tail = alternative.replace(' ', '-');
            int kept = first.size() - tail.split("\\.").length;
            keys.add(String.join(".", first.subList(0, kept)) + "." + tail);
        }
        return keys;
    }

    private static String part(String cell, int index, int count) {
        String[] parts = cell.split(" / ");
        return count > 1 && parts.length == count ? parts[index] : cell;
    }

    /** {@code 001 §3.1, 5.1; 004-R03 §2.1–2.2} stands for four clauses. */
    private static Set<String> clauses(String cell) {
        Set<String> clauses = new TreeSet<>();
        for (String source : cell.split("; ")) {
            String[] regulationAndNumbers = source.split(" §");
            for (String numbers : regulationAndNumbers[1].split(", ")) {
                String[] ends = numbers.split("–");
                clauses.add(regulationAndNumbers[0] + " §" + ends[0]);
                for (int i = last(ends[0]) + 1; ends.length > 1 && i <= last(ends[1]); i++) {
                    clauses.add(regulationAndNumbers[0] + " §" + ends[0].replaceFirst("\\d+$", String.valueOf(i)));
                }
            }
        }
        return clauses;
    }

    private static int last(String number) {
        return Integer.parseInt(number.substring(number.lastIndexOf('.') + 1));
    }

    /** {@code PER-28..30} stands for three rows. */
    private static Set<String> requirements(String cell) {
        String[] ends = cell.split("\\.\\.");
        Set<String> requirements = new TreeSet<>(Set.of(ends[0]));
        int first = Integer.parseInt(ends[0].substring(4));
        for (int i = first + 1; ends.length > 1 && i <= Integer.parseInt(ends[1]); i++) {
            requirements.add("%s%02d".formatted(ends[0].substring(0, 4), i));
        }
        return requirements;
    }

    private static Set<String> found(List<String> lines, Pattern pattern) {
        Set<String> found = new TreeSet<>();
        lines.stream().map(pattern::matcher).filter(Matcher::find).forEach(match -> found.add(match.group(1)));
        return found;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new IllegalStateException("docs/requirements.md cannot be read", e);
        }
    }
}
