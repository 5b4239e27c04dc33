package io.gendan.performance.staff;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import io.gendan.core.security.Roles;

/**
 * A row of {@code people.csv}.
 *
 * @param activeFrom first day of duty; null leaves it as it is, for a new person {@link StaffMember#SINCE_EVER}
 * @param activeUntil last day of duty; null leaves it as it is
 * @param inductedOn day of the induction training (PER-55); null leaves it as it is
 */
record StaffRow(
        long line,
        String username,
        String name,
        String email,
        String unit,
        String level,
        String superior,
        SortedSet<String> roles,
        String post,
        LocalDate activeFrom,
        LocalDate activeUntil,
        LocalDate inductedOn)
        implements Hierarchy.Placed {
    static final Set<String> COLUMNS =
            Set.of("username", "name", "email", "unit", "level", "superior", "roles", "post");
    static final Set<String> MORE_COLUMNS = Set.of("active_from", "active_until", "inducted_on");

    private static final String HIGHEST_LEVEL = "LEADER";
    private static final Set<String> LEVELS = Set.of("L1", "L2", "SUPERVISOR", "HEAD", HIGHEST_LEVEL);

    /** Whether the row is a portal user of a customer, who is no member of the staff. */
    static boolean isCustomer(CsvTable.Row row) {
        return split(row).contains(Roles.CUST);
    }

    /** The row, unless it has faults, which are added to the list. */
    static Optional<StaffRow> read(CsvTable.Row row, Set<String> units, List<RowFault> faults) {
        var fields = new RowReader(row, faults);
        SortedSet<String> roles = split(row);
        if (roles.isEmpty()) fields.fault("roles", "required");
        roles.stream()
                .filter(role -> !Roles.STAFF.contains(role))
                .forEach(role -> fields.fault("roles", "role-unknown", role));
        String unit = fields.required("unit", 20);
        if (unit != null && !units.contains(unit)) fields.fault("unit", "does-not-exist");
        String email = fields.optional("email", 200);
        if (email != null && !email.matches("[^@\\s]+@[^@\\s]+")) fields.fault("email", "malformed");
        String level = row.get("level") == null ? null : fields.oneOf("level", LEVELS);
        String superior = fields.optional("superior", 64);
        if (superior == null && !HIGHEST_LEVEL.equals(level)) fields.fault("superior", "required");
        LocalDate from = fields.date("active_from");
        LocalDate until = fields.date("active_until");
        if (from != null && until != null && until.isBefore(from)) fields.fault("active_until", "before-the-first-day");
        var person = new StaffRow(
                row.line(),
                fields.matching("username", "[a-z0-9._-]{3,64}"),
                fields.required("name", 100),
                email,
                unit,
                level,
                superior,
                roles,
                fields.optional("post", 100),
                from,
                until,
                fields.date("inducted_on"));
        return fields.inOrder() ? Optional.of(person) : Optional.empty();
    }

    private static SortedSet<String> split(CsvTable.Row row) {
        String roles = row.get("roles");
        return roles == null ? new TreeSet<>() : new TreeSet<>(Arrays.asList(roles.split("\\s+")));
    }

    @Override
    public String key() {
        return username;
    }

    @Override
    public String above() {
        return superior;
    }
}
