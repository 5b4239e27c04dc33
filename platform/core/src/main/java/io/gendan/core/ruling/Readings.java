package io.gendan.core.ruling;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.store.Sql;
import io.gendan.events.performance.RuleEvent.ReadingConfirmed;
import io.gendan.events.performance.RuleEvent.ReadingRequired;
import io.gendan.rulebook.Scope;

/** Which published versions of rules somebody has yet to confirm having read, as this service knows it (SUP-17). */
@ApplicationScoped
public class Readings {
    @Inject
    Sql sql;

    /**
     * Of the one who acts: those that name one of his roles and are for the company, this profile or this unit, and have not
     * been replaced.
     *
     * @return rule and number, {@code intake.complexity 3}
     */
    public List<String> unreadBy(Act act, Scope scope) {
        return sql.column(
                String.class,
                """
                select r.rule || ' ' || r.version
                  from required_reading r
                 where jsonb_exists_any(r.roles, ?)
                   and (r.profile is null or r.profile = ?)
                   and (r.unit is null or r.unit = ?)
                   and not exists (select 1 from confirmed_reading c where c.version_id = r.version_id and c.username = ?)
                   and not exists (select 1 from rule_amendment later
                                    where later.rule = r.rule and later.version > r.version
                                      and later.profile is not distinct from r.profile
                                      and later.unit is not distinct from r.unit
                                      and later.effective_from between r.effective_from and ?)
                 order by 1""",
                act.roles().toArray(String[]::new),
                scope.profile(),
                scope.unit(),
                act.by(),
                act.at());
    }

    void require(ReadingRequired required) {
        sql.run(
                "insert into required_reading (version_id, rule, version, profile, unit, roles, effective_from)"
                        + " values (?, ?, ?, ?, ?, to_jsonb(?), ?) on conflict do nothing",
                required.versionId(),
                required.rule(),
                required.version(),
                required.profile(),
                required.unit(),
                required.roles().toArray(String[]::new),
                required.effectiveFrom());
    }

    void confirm(ReadingConfirmed confirmed) {
        sql.run(
                "insert into confirmed_reading (version_id, username) values (?, ?) on conflict do nothing",
                confirmed.versionId(),
                confirmed.username());
    }
}
