package io.gendan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** The organizational tree. */
record Units(Map<String, Unit> byCode) {
    private static final Set<String> PROFILES = Set.of(
            "general",
            "service-project",
            "environmental",
            "trade",
            "furniture",
            "dyeing",
            "garment",
            "factory",
            "logistics");

    record Unit(long line, String code, String name, String parent, String profile) {}

    static Units read(Path file) {
        var units = new LinkedHashMap<String, Unit>();
        var problems = new ArrayList<String>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                Unit unit = new Unit(
                        row.getStartingLineNumber(),
                        field(row, "code"),
                        field(row, "name"),
                        field(row, "parent"),
                        field(row, "profile"));
                if (unit.code().isEmpty() || unit.name().isEmpty()) {
                    problems.add(at(unit, Say.in("缺少代码或名称", "code or name is missing")));
                }
                if (!PROFILES.contains(unit.profile())) {
                    problems.add(at(unit, Say.in("未知业务类型 ", "unknown profile ") + unit.profile()));
                }
                if (units.putIfAbsent(unit.code(), unit) != null) {
                    problems.add(at(unit, Say.in("代码重复", "this code is taken by an earlier line")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        units.values().stream()
                .filter(unit -> !endsAtRoot(unit, units))
                .forEach(unit -> problems.add(
                        at(unit, Say.in("上级部门不存在或成环:", "its parents are a loop or do not exist: ") + unit.parent())));
        if (!problems.isEmpty()) {
            throw new StackFailure(
                    file + ":" + System.lineSeparator() + "  " + String.join(System.lineSeparator() + "  ", problems));
        }
        return new Units(units);
    }

    private static boolean endsAtRoot(Unit unit, Map<String, Unit> units) {
        var seen = new HashSet<String>();
        Unit at = unit;
        while (at != null && seen.add(at.code())) {
            if (at.parent().isEmpty()) return true;
            at = units.get(at.parent());
        }
        return false;
    }

    private static String field(NamedCsvRecord row, String name) {
        return row.findField(name).map(String::strip).orElse("");
    }

    private static String at(Unit unit, String reason) {
        return Say.in("第 %d 行(%s):%s", "line %d (%s): %s").formatted(unit.line(), unit.code(), reason);
    }
}
