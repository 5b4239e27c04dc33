package io.gendan.core.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;

import io.gendan.core.security.Roles;
import io.gendan.core.store.Sql;

/**
 * Answers from the service's own database, be it the register or a copy of it: from a view {@code person} and the tables
 * {@code unit} and {@code substitution}, which both have. A chain of superiors or units that events have closed to a loop
 * for a moment is followed once round.
 */
public abstract class StoredPeople implements StaffDirectory {
    /** @param last null as long as nobody knows it; {@code first} likewise */
    public record DaysOfDuty(LocalDate first, LocalDate last) {}

    @Inject
    protected Sql sql;

    @Inject
    protected Clock clock;

    @Override
    public Optional<Person> find(String username) {
        LocalDate today = LocalDate.now(clock);
        return sql.rows(StoredPeople::person, FIND, today, today, username).stream()
                .findFirst();
    }

    @Override
    public List<Person> superiorsOf(String username, LocalDate day) {
        var superiors = new ArrayList<Person>();
        for (Person above : sql.rows(StoredPeople::person, SUPERIORS, username, day, day, username)) {
            superiors.add(above);
            if (above.roles().contains(Roles.LEAD)) break;
        }
        return superiors;
    }

    @Override
    public List<Person> holders(String role, String unit, LocalDate day) {
        return sql.rows(StoredPeople::person, HOLDERS, unit, role, day, day);
    }

    @Override
    public Set<String> representedBy(String username, LocalDate day) {
        return Set.copyOf(sql.column(
                String.class,
                "select username from substitution where substitute = ? and ? between first_day and last_day",
                username,
                day));
    }

    @Override
    public Optional<String> substituteOf(String username, LocalDate day) {
        return sql
                .column(
                        String.class,
                        "select substitute from substitution where username = ? and ? between first_day and last_day",
                        username,
                        day)
                .stream()
                .findFirst();
    }

    @Override
    public Optional<String> profileOf(String unit) {
        return sql.column(String.class, "select profile from unit where code = ?", unit).stream()
                .findFirst();
    }

    public Optional<DaysOfDuty> daysOfDuty(String username) {
        return sql
                .rows(
                        row -> new DaysOfDuty(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)),
                        "select active_from, active_until from person where username = ?",
                        username)
                .stream()
                .findFirst();
    }

    /** Whoever stands, however far, below a person, on duty or not. */
    public Set<String> below(String superior) {
        return Set.copyOf(sql.column(String.class, BELOW, superior));
    }

    /** Whether one stands, however far, above the other, on duty or not. */
    protected boolean isAbove(String superior, String username) {
        return !sql.column(Integer.class, IS_ABOVE, username, superior).isEmpty();
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getString("username"),
                row.getString("name"),
                row.getString("email"),
                row.getString("unit"),
                row.getString("profile"),
                row.getString("level"),
                row.getString("superior"),
                Set.of((String[]) row.getArray("roles").getArray()),
                row.getBoolean("active"));
    }

    private static final String COLUMNS = "p.username, p.name, p.email, p.unit, p.profile, p.level, p.superior,"
            + " array(select jsonb_array_elements_text(p.roles)) as roles, ";

    private static final String ON_DUTY = "coalesce(p.active_from <= ?, true) and coalesce(p.active_until >= ?, true)";

    private static final String FIND = "select " + COLUMNS + ON_DUTY + " as active from person p where p.username = ?";

    private static final String CHAIN = """
            with recursive chain (username, distance) as (
                select superior, 1 from person where username = ? and superior is not null
                union all
                select p.superior, c.distance + 1 from chain c join person p on p.username = c.username
                    where p.superior is not null)
                cycle username set again using path
            """;

    private static final String SUPERIORS = CHAIN + "select " + COLUMNS + "true as active from chain c"
            + " join person p on p.username = c.username where not c.again and " + ON_DUTY
            + " and p.username <> ? order by c.distance";

    private static final String IS_ABOVE = CHAIN + "select 1 from chain where username = ? and not again";

    private static final String BELOW = """
            with recursive below (username) as (
                select username from person where superior = ?
                union
                select p.username from person p join below b on p.superior = b.username)
            select username from below""";

    private static final String HOLDERS = """
            with recursive place (code, distance) as (
                select ?::text, 0
                union all
                select u.parent, p.distance + 1 from place p join unit u on u.code = p.code where u.parent is not null)
                cycle code set again using path,
            holder as (
                select p.*, rank() over (order by place.distance nulls last) as nearness
                from person p left join place on place.code = p.unit and not place.again
                where p.roles ?? ? and""" + " " + ON_DUTY + ") select " + COLUMNS
            + "true as active from holder p where p.nearness = 1 order by p.username";
}
