package io.gendan.performance.staff;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import io.gendan.core.security.Roles;

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

    /** Whether the row is a portal user of a customer, who is no member of the staff. */
    static boolean isCustomer(CsvTable.Row row) {
        return split(row, "roles").contains(Roles.CUST);
    }

    /** The row, unless it has faults, which are added to the list. */
    static Optional<StaffRow> read(CsvTable.Row row, Set<String> units, List<RowFault> faults) {
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
                row.get("skills") == null ? null : split(row, "skills"),
                null,
                empty(row, "email", "level", "superior", "post"));
        change.ofNew(StaffMember.SINCE_EVER)
                .faults(units)
                .forEach(fault -> fields.fault(
                        column(fault.field()), fault.code(), fault.arguments().toArray()));
        var person = new StaffRow(row.line(), fields.matching("username", "[a-z0-9._-]{3,64}"), change);
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

    private static Set<String> empty(CsvTable.Row row, String... columns) {
        var empty = new HashSet<String>();
        for (String column : columns) if (row.get(column) == null) empty.add(column);
        return empty;
    }

    private static SortedSet<String> split(CsvTable.Row row, String column) {
        String values = row.get(column);
        return values == null ? new TreeSet<>() : new TreeSet<>(Arrays.asList(values.split("\\s+")));
    }
}
