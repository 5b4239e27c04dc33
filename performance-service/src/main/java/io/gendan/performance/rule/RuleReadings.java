package io.gendan.performance.rule;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Page;
import io.gendan.core.store.Sql;

/**
 * Who has confirmed having read a version that concerns him (SUP-17): a published one, for the company, his unit or its
 * profile, that names one of his roles.
 */
@ApplicationScoped
class RuleReadings {
    private static final UUID NEWEST = new UUID(-1, -1);

    /** @param readAt null for somebody it concerns who has not confirmed it */
    record Reader(UUID staffId, String username, Instant readAt) {}

    @Inject
    Sql sql;

    @Inject
    Calendars calendars;

    /**
     * Once; a repeat changes nothing.
     *
     * @return whether it is the first time
     */
    boolean confirm(UUID version, Act act) {
        boolean concerned = !sql.column(
                        Integer.class, CONCERNS + " and v.id = ? and s.username = ?", today(version, act.by()))
                .isEmpty();
        if (!concerned) throw new Problem.NotFound("rule-version", version);
        return sql.run(
                        "insert into rule_reading (version_id, username, read_at) values (?, ?, ?) on conflict do nothing",
                        version,
                        act.by(),
                        act.at())
                > 0;
    }

    /** Versions that concern this person and that he has not confirmed, newest first. */
    List<UUID> unreadBy(String username, Page.Request page) {
        return sql.column(
                UUID.class,
                CONCERNS.replace("select 1", "select v.id")
                        + " and s.username = ? and v.id < ?"
                        + " and not exists (select 1 from rule_reading r where r.version_id = v.id and r.username = s.username)"
                        + " order by v.id desc limit ?",
                today(username, page.after == null ? NEWEST : page.after, page.limit + 1));
    }

    /** Those it concerns, and when each confirmed it. */
    List<Reader> of(UUID version, Page.Request page) {
        return sql.rows(
                row -> {
                    Timestamp readAt = row.getTimestamp(3);
                    return new Reader(
                            row.getObject(1, UUID.class), row.getString(2), readAt == null ? null : readAt.toInstant());
                },
                CONCERNS.replace(
                                "select 1",
                                "select s.id, s.username, (select r.read_at from rule_reading r"
                                        + " where r.version_id = v.id and r.username = s.username)")
                        + " and v.id = ? and s.id < ? order by s.id desc limit ?",
                today(version, page.after == null ? NEWEST : page.after, page.limit + 1));
    }

    private Object[] today(Object... parameters) {
        var all = new Object[parameters.length + 2];
        all[0] = all[1] = calendars.today();
        System.arraycopy(parameters, 0, all, 2, parameters.length);
        return all;
    }

    private static final String CONCERNS = """
            select 1
              from rule_version v
              join staff_member s on s.active_from <= ? and (s.active_until is null or s.active_until >= ?)
              join unit u on u.code = s.unit
             where v.status in ('PUBLISHED', 'EFFECTIVE')
               and (v.unit is null or v.unit = s.unit)
               and (v.profile is null or v.profile = u.profile)
               and exists (select 1 from jsonb_array_elements(v.concerns) role where s.roles @> role)""";
}
