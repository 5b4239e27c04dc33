package io.gendan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** The people of a company as one file lists them, checked as a whole. */
public record People(List<Person> all) {
    private static final List<String> COLUMNS =
            List.of("username", "name", "email", "unit", "level", "superior", "roles", "post");
    private static final Set<String> LEVELS = Set.of("", "L1", "L2", "SUPERVISOR", "HEAD", "LEADER");
    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9._-]{2,63}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    /** Who may not also be the other: whoever drafts does not approve, whoever seals does neither. */
    private static final List<Set<String>> EXCLUSIVE = List.of(
            Set.of("BIZ", "HEAD"),
            Set.of("BIZ", "LEGAL"),
            Set.of("SALES", "LEGAL"),
            Set.of("SEAL", "BIZ"),
            Set.of("SEAL", "SALES"),
            Set.of("SEAL", "LEGAL"),
            Set.of("SEAL", "HEAD"),
            Set.of("SEAL", "LEAD"),
            Set.of("SEAL", "CADM"));

    /** Roles nobody combines with any other. */
    private static final Set<String> ALONE = Set.of("ADMIN", "AUDIT", "CUST");

    /** One row; the line is kept so that a refusal can name it. */
    public record Person(
            long line,
            String username,
            String name,
            String email,
            String unit,
            String level,
            String superior,
            Set<String> roles,
            String post) {
        public boolean isStaff() {
            return !roles.contains("CUST");
        }
    }

    /** Reads and checks the file; every bad row is named with its line and reason. */
    static People read(Path file, Set<String> roles, Set<String> units) {
        var problems = new ArrayList<String>();
        var people = new LinkedHashMap<String, Person>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                if (!row.getHeader().containsAll(COLUMNS)) {
                    throw new StackFailure(Say.in("%s 的表头应为 %s", "%s must have the header %s")
                            .formatted(file, String.join(",", COLUMNS)));
                }
                Person person = person(row);
                for (String reason : reasons(person, roles, units)) {
                    problems.add(at(person, reason));
                }
                if (people.putIfAbsent(person.username(), person) != null) {
                    problems.add(at(person, Say.in("用户名重复", "this username is taken by an earlier line")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        people.values().forEach(person -> superiorProblem(person, people, problems));
        if (!problems.isEmpty()) {
            throw new StackFailure(
                    file + ":" + System.lineSeparator() + "  " + String.join(System.lineSeparator() + "  ", problems));
        }
        return new People(List.copyOf(people.values()));
    }

    private static Person person(NamedCsvRecord row) {
        var roles = new LinkedHashSet<>(List.of(field(row, "roles").split("\\s+")));
        roles.remove("");
        return new Person(
                row.getStartingLineNumber(),
                field(row, "username"),
                field(row, "name"),
                field(row, "email"),
                field(row, "unit"),
                field(row, "level"),
                field(row, "superior"),
                roles,
                field(row, "post"));
    }

    private static String field(NamedCsvRecord row, String name) {
        return row.findField(name).map(String::strip).orElse("");
    }

    private static List<String> reasons(Person person, Set<String> roles, Set<String> units) {
        var reasons = new ArrayList<String>();
        if (!USERNAME.matcher(person.username()).matches()) {
            reasons.add(Say.in(
                    "用户名须以小写字母开头,3–64 位小写字母、数字或 . _ -",
                    "a username is 3–64 lower-case letters, digits or . _ - and begins with a letter"));
        }
        if (person.name().isEmpty()) reasons.add(Say.in("缺少姓名", "the name is missing"));
        if (!EMAIL.matcher(person.email()).matches()) reasons.add(Say.in("邮箱无效", "the e-mail address is not one"));
        if (!LEVELS.contains(person.level())) {
            reasons.add(Say.in("未知级别 ", "unknown level ") + person.level());
        }
        if (person.roles().isEmpty()) reasons.add(Say.in("缺少角色", "there is no role"));
        var unknown = new TreeSet<>(person.roles());
        unknown.removeAll(roles);
        if (!unknown.isEmpty()) reasons.add(Say.in("未知角色 ", "unknown role ") + String.join(" ", unknown));
        for (Set<String> pair : EXCLUSIVE) {
            if (person.roles().containsAll(pair)) {
                reasons.add(Say.in("互斥角色不能由同一人担任:", "one person may not hold both ")
                        + String.join(" ", new TreeSet<>(pair)));
            }
        }
        for (String alone : ALONE) {
            if (person.roles().contains(alone) && person.roles().size() > 1) {
                reasons.add(Say.in("该角色不能与其他角色兼任:", "this role goes with no other: ") + alone);
            }
        }
        if (person.isStaff() && !units.contains(person.unit())) {
            reasons.add(Say.in("未知部门 ", "unknown unit ") + person.unit());
        }
        if (!person.isStaff() && !(person.unit() + person.level() + person.superior()).isEmpty()) {
            reasons.add(Say.in("客户用户没有部门、级别和上级", "a customer has no unit, level or superior"));
        }
        return reasons;
    }

    private static void superiorProblem(Person person, Map<String, Person> people, List<String> problems) {
        if (!person.isStaff()) return;
        var seen = new HashSet<String>();
        Person at = person;
        while (!at.roles().contains("LEAD")) {
            if (!seen.add(at.username())) {
                problems.add(at(person, Say.in("上级关系成环", "the chain of superiors is a loop")));
                return;
            }
            if (at.superior().isEmpty()) {
                problems.add(at(
                        person,
                        Say.in("上级关系中断于 %s:未到分管领导", "the chain of superiors ends at %s before a leader in charge")
                                .formatted(at.username())));
                return;
            }
            Person next = people.get(at.superior());
            if (next == null) {
                if (at == person) {
                    problems.add(at(person, Say.in("没有这位上级:", "no such superior: ") + at.superior()));
                }
                return;
            }
            at = next;
        }
    }

    private static String at(Person person, String reason) {
        return Say.in("第 %d 行(%s):%s", "line %d (%s): %s").formatted(person.line(), person.username(), reason);
    }
}
