package io.gendan.performance.staff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.gendan.core.security.Roles;
import io.gendan.core.sheet.RowFault;
import io.gendan.core.sheet.SheetRow;

/**
 * A row of {@code people.csv}.
 *
 * @param change what the row says of the person; dates, limit and skills that it leaves out stay as they are
 */
record StaffRow(long line, String username, PersonChange change) implements Row {
    static final Set<String> COLUMNS =
            Set.of("username", "name", "email", "unit", "level", "superior", "roles", "post");
    static final Set<String> MORE_COLUMNS =
            Set.of("active_from", "active_until", "inducted_on", "personal_limit", "skills");

    /** As a file is written, so that reading it again changes nothing. */
    static final List<String> EXPORTED = List.of(
            "username",
            "name",
            "email",
            "unit",
            "level",
            "superior",
            "roles",
            "post",
            "active_from",
            "active_until",
            "inducted_on",
            "personal_limit",
            "skills");

    static List<String> exported(String username, PersonDetails person) {
        return Arrays.asList(
                username,
                person.name(),
                person.email(),
                person.unit(),
                person.level(),
                person.superior(),
                String.join(" ", person.roles()),
                person.post(),
                text(person.activeFrom()),
                text(person.activeUntil()),
                text(person.inductedOn()),
                person.personalLimit() == null ? null : person.personalLimit().toPlainString(),
                String.join(";", person.skills()) + (person.skills().size() == 1 ? ";" : ""));
    }

    /** Whether the row is a portal user of a customer, who is no member of the staff. */
    static boolean isCustomer(SheetRow row) {
        return split(row, "roles").contains(Roles.CUST);
    }

    /** The row, unless what it leaves of a person has faults, which are added to the list. */
    static Optional<StaffRow> read(SheetRow row, Structure before, List<RowFault> faults) {
        var fields = new RowReader(row, faults);
        var change = new PersonChange(
                fields.optional("name", 100),
                fields.optional("email", 200),
                fields.optional("unit", 20),
                fields.optional("level", 20),
                fields.optional("superior", 64),
                split(row, "roles"),
                fields.optional("post", 100),
                fields.date("active_from"),
                fields.date("active_until"),
                fields.date("inducted_on"),
                limit(fields),
                skills(row),
                null,
                empty(row, "email", "level", "superior", "post"));
        var person = new StaffRow(row.line(), fields.matching("username", "[a-z0-9._-]{3,64}"), change);
        person.over(person.onRecord(before.people()))
                .faults(before.units().keySet())
                .forEach(fault -> fields.fault(
                        column(fault.field()), fault.code(), fault.arguments().toArray()));
        return fields.inOrder() ? Optional.of(person) : Optional.empty();
    }

    /** @param known what is on record of the person, or null */
    PersonDetails over(PersonDetails known) {
        return known == null ? change.ofNew(StaffMember.SINCE_EVER) : change.over(known);
    }

    @Override
    public String key() {
        return username;
    }

    /** A column is called like the field, in the way of such files. */
    static String column(String field) {
        return field.replaceAll("(\\p{Lu})", "_$1").toLowerCase(Locale.ROOT);
    }

    private static BigDecimal limit(RowReader fields) {
        String limit = fields.optional("personal_limit", 20);
        if (limit == null) return null;
        if (limit.matches("\\d{1,13}(\\.\\d{1,2})?")) return new BigDecimal(limit);
        fields.fault("personal_limit", "malformed");
        return null;
    }

    private static Set<String> empty(SheetRow row, String... columns) {
        var empty = new HashSet<String>();
        for (String column : columns) if (row.get(column) == null) empty.add(column);
        return empty;
    }

    /** Separated by semicolons where there is one, else by blanks. */
    private static SortedSet<String> skills(SheetRow row) {
        String skills = row.get("skills");
        if (skills == null) return null;
        return Arrays.stream(skills.split(skills.matches(".*[;；].*") ? "[;；]" : "\\s+"))
                .map(String::strip)
                .filter(skill -> !skill.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static SortedSet<String> split(SheetRow row, String column) {
        String values = row.get(column);
        return values == null ? new TreeSet<>() : new TreeSet<>(Arrays.asList(values.split("\\s+")));
    }
}
